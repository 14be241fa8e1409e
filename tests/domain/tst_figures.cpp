// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures.h"
#include "tests/domain/sample_files.h"

#include <QJsonArray>
#include <QTest>

using namespace bangban;
using namespace bangban::domain;
using namespace Qt::StringLiterals;

namespace {

using samples::moment;

/// Long after every event of the hand-calculated cases.
Instant judgedAt()
{
    return moment(u"2026-12-31T00:00:00+08:00"_s);
}

ResponseEventKind responseKind(const QString &word)
{
    static const QHash<QString, ResponseEventKind> kinds{
        {u"排队求人工"_s, ResponseEventKind::Queued},
        {u"智能客服问候"_s, ResponseEventKind::Greeting},
        {u"智能客服消息"_s, ResponseEventKind::AssistantMessage},
        {u"坐席点击接受"_s, ResponseEventKind::Accepted},
        {u"坐席内部备注"_s, ResponseEventKind::Note},
        {u"主管耳语"_s, ResponseEventKind::Whisper},
        {u"人工消息"_s, ResponseEventKind::HumanMessage},
        {u"人工接通语音"_s, ResponseEventKind::CallAnswered},
        {u"群众选择等候"_s, ResponseEventKind::ChoseToWait},
        {u"群众选择回电"_s, ResponseEventKind::ChoseCallBack},
        {u"群众离开"_s, ResponseEventKind::Left},
        {u"转为回电"_s, ResponseEventKind::TurnedIntoCallBack},
        {u"人工联系群众"_s, ResponseEventKind::Contacted},
        {u"转交另一单位"_s, ResponseEventKind::Transferred},
    };
    if (!kinds.contains(word))
        qFatal("no such event: %s", qPrintable(word));
    return kinds[word];
}

std::optional<LegEnd> legEnd(const QString &word)
{
    static const QHash<QString, LegEnd> ends{
        {u"振铃接听"_s, LegEnd::Expert},        {u"热线坐席接听"_s, LegEnd::HotlineSeat},
        {u"无人接听"_s, LegEnd::NoAnswer},      {u"占线"_s, LegEnd::Engaged},
        {u"拒接"_s, LegEnd::Declined},          {u"空号"_s, LegEnd::WrongNumber},
        {u"技术故障"_s, LegEnd::TechnicalFault}, {u"群众挂断"_s, LegEnd::CitizenHungUp},
    };
    return ends.contains(word) ? std::optional(ends[word]) : std::nullopt;
}

std::vector<Outage> outages(const QJsonObject &metricsCase)
{
    std::vector<Outage> all;
    for (const QJsonValue &o : metricsCase["given"_L1]["outage"_L1].toArray())
        all.push_back({moment(o[0].toString()), moment(o[1].toString())});
    return all;
}

/// Events by the value of `key`, in the order of their first event.
std::vector<std::pair<QString, std::vector<QJsonValue>>> grouped(const QJsonObject &metricsCase, QLatin1String key)
{
    std::vector<std::pair<QString, std::vector<QJsonValue>>> groups;
    for (const QJsonValue &event : metricsCase["events"_L1].toArray()) {
        const QString id = event[key].toString();
        if (groups.empty() || groups.back().first != id)
            groups.emplace_back(id, std::vector<QJsonValue>());
        groups.back().second.push_back(event);
    }
    return groups;
}

std::vector<FigureRow> firstResponses(const QJsonObject &metricsCase, const WorkCalendar &calendar)
{
    std::vector<FigureRow> rows;
    const auto down = outages(metricsCase);
    for (const auto &[id, group] : grouped(metricsCase, "case"_L1)) {
        std::vector<ResponseEvent> events;
        for (const QJsonValue &e : group)
            events.push_back({moment(e["at"_L1].toString()), responseKind(e["event"_L1].toString()),
                              NodeId(e["to"_L1].toString())});
        const auto request = firstResponseCase(RequestId(id), events, calendar);
        rows.push_back(firstResponseRow(request.value(), calendar, down, judgedAt()));
    }
    return rows;
}

std::vector<FigureRow> resolutions(const QJsonObject &metricsCase, const WorkCalendar &calendar)
{
    std::vector<ResolutionCase> requests;
    for (const auto &[id, group] : grouped(metricsCase, "case"_L1)) {
        ResolutionCase request;
        request.id = RequestId(id);
        request.askedAt = moment(group.front()["at"_L1].toString());
        for (const QJsonValue &e : group) {
            const QString word = e["event"_L1].toString();
            const bool solved = e["value"_L1].toString() == u"已解决"_s;
            if (word == u"会话结束"_s) {
                request.closedAt = moment(e["at"_L1].toString());
                request.answeredByPerson = true;
                request.person = CitizenId(e["person"_L1].toString());
                request.item = ItemId(e["item"_L1].toString());
            } else if (word == u"坐席标记"_s) {
                request.staffSaysSolved = solved;
            } else if (word == u"群众标记"_s) {
                request.citizenSaysSolved = solved;
            }
        }
        requests.push_back(request);
    }
    return resolutionRows(requests, calendar);
}

std::vector<FigureRow> connections(const QJsonObject &metricsCase)
{
    std::vector<FigureRow> rows;
    const auto down = outages(metricsCase);
    for (const auto &[id, group] : grouped(metricsCase, "call"_L1)) {
        ConnectCall call{id, moment(group.front()["at"_L1].toString()), {}, false};
        for (const QJsonValue &e : group)
            if (const auto end = legEnd(e["event"_L1].toString()))
                addLeg(call, {moment(e["at"_L1].toString()), e["number_order"_L1].toInt(), *end});
        rows.push_back(connectRow(call, down));
    }
    return rows;
}

QString wordFor(const QString &promise, const FigureRow &row)
{
    if (row.verdict == Verdict::Apart)
        return u"left_early"_s;
    if (row.verdict == Verdict::NotCounted)
        return u"offhours"_s;
    const bool hit = row.verdict == Verdict::Hit;
    if (promise == u"首次响应"_s)
        return hit ? u"hit"_s : u"miss"_s;
    if (promise == u"解决率"_s)
        return hit ? u"solved"_s : u"unsolved"_s;
    return hit ? u"connected"_s : u"missed"_s;
}

double secondsOf(std::chrono::milliseconds taken)
{
    return double(taken.count()) / 1000.0;
}

/// The figure in the words of the file; only keys that the file's case may have.
QJsonObject printed(const QString &promise, const Figure &figure)
{
    QJsonObject perCase;
    QJsonObject taken;
    QJsonObject flags;
    QJsonObject callBack;
    QJsonObject second;
    for (const FigureRow &row : figure.rows) {
        perCase[row.id] = wordFor(promise, row);
        if (row.taken)
            taken[row.id] = secondsOf(*row.taken);
        if (row.duringOutage)
            flags[row.id] = u"系统中断"_s;
        if (row.callBack)
            callBack[row.id] = toIso(row.callBack->due);
        for (const TransferTimer &timer : row.transfers)
            second[row.id] = QJsonObject{{u"unit"_s, timer.unit.value},
                                         {u"seconds"_s, secondsOf(timer.taken.value())},
                                         {u"outcome"_s, timer.verdict == Verdict::Hit ? u"hit"_s : u"miss"_s}};
    }
    QJsonObject out{{u"numerator"_s, figure.numerator},
                    {u"denominator"_s, figure.denominator},
                    {u"rate"_s, figure.rate ? QJsonValue(*figure.rate) : QJsonValue(QJsonValue::Null)},
                    {u"per_case"_s, perCase}};
    const std::pair<QString, QJsonObject> optional[] = {
        {u"seconds"_s, taken}, {u"flags"_s, flags}, {u"callback_due"_s, callBack}, {u"second_timer"_s, second}};
    for (const auto &[key, value] : optional)
        if (!value.isEmpty())
            out[key] = value;
    if (promise == u"首次响应"_s) {
        QJsonArray apart;
        for (const QString &id : figure.listedApart)
            apart.append(id);
        out[u"listed_apart"_s] = apart;
    }
    if (promise == u"接通率"_s)
        out[u"legs"_s] = figure.legs;
    return out;
}

/// A request queued at 10:00 of a working Monday, with what happened so many seconds later.
FigureRow after(std::initializer_list<std::pair<ResponseEventKind, int>> events, int nowAfter,
                const QString &start = u"2026-11-23T10:00:00+08:00"_s)
{
    static const WorkCalendar calendar = samples::calendarOf(samples::hours().at(HoursId(u"H1"_s)));
    const Instant queued = moment(start);
    std::vector<ResponseEvent> all{{queued, ResponseEventKind::Queued, {}}};
    for (const auto &[kind, seconds] : events)
        all.push_back({queued + std::chrono::seconds(seconds), kind, {}});
    const auto request = firstResponseCase(RequestId(u"r"_s), all, calendar);
    return firstResponseRow(request.value(), calendar, {}, queued + std::chrono::seconds(nowAfter));
}

ResolutionCase closedRequest(const QString &id, const QString &closedAt)
{
    ResolutionCase request;
    request.id = RequestId(id);
    request.person = CitizenId(u"P"_s);
    request.item = ItemId(u"IT001"_s);
    request.closedAt = moment(closedAt);
    request.askedAt = *request.closedAt - 10min;
    request.answeredByPerson = true;
    request.staffSaysSolved = true;
    return request;
}

Verdict resolved(const ResolutionCase &request, const std::vector<ResolutionCase> &others = {})
{
    std::vector<ResolutionCase> all{request};
    all.insert(all.end(), others.begin(), others.end());
    const WorkCalendar calendar = samples::calendarOf(samples::hours().at(HoursId(u"H1"_s)));
    return resolutionRows(all, calendar).front().verdict;
}

} // namespace

class TestFigures : public QObject {
    Q_OBJECT

private slots:
    void handCalculatedCases_data();
    void handCalculatedCases();
    void aWaitingRequestIsOpenUntilItsMinuteIsOver();
    void nothingQueuedIsNoCase();
    void whoDoesNotChooseInTheGapIsNotCounted();
    void anAnswerBeforeReopeningTakesNoTime();
    void aCallBackChosenWhileWaitingIsALeaving();
    void leavingAfterAnAnswerChangesNothing();
    void closingTimeDoesNotStopTheMinute();
    void lunchCoverMakesTheGapOpenTime();
    void anEmptyPopulationHasNoRate();
    void aReturnOnTheDayOfClosingCounts();
    void aReturnAfterHolidaysCountsWorkingDaysOnly();
    void resolutionListsApartWhatIsNoMatterOfSolving();
    void aWorkOrderCountsWhenItIsClosed();
    void noMarkAtAllIsNotSolved();
    void aHangUpWhileRingingEndsThatLeg();
};

void TestFigures::handCalculatedCases_data()
{
    QTest::addColumn<QJsonObject>("metricsCase");
    const QJsonArray cases = samples::object(u"tests/data/metrics-cases.json"_s)["cases"_L1].toArray();
    QCOMPARE(cases.size(), 30);
    for (const QJsonValue &c : cases)
        QTest::newRow(qPrintable(QString(c["id"_L1].toString() + u' ' + c["title"_L1].toString()))) << c.toObject();
}

void TestFigures::handCalculatedCases()
{
    QFETCH(QJsonObject, metricsCase);
    const QString promise = metricsCase["promise"_L1].toString();
    const WorkCalendar calendar =
        samples::calendarOf(samples::hours().at(HoursId(metricsCase["hours_id"_L1].toString())));
    std::vector<FigureRow> rows;
    if (promise == u"首次响应"_s)
        rows = firstResponses(metricsCase, calendar);
    else if (promise == u"解决率"_s)
        rows = resolutions(metricsCase, calendar);
    else
        rows = connections(metricsCase);
    const QJsonObject expected = metricsCase["expected"_L1].toObject();
    QCOMPARE(printed(promise, figureOf(rows)), expected);
}

void TestFigures::aWaitingRequestIsOpenUntilItsMinuteIsOver()
{
    QCOMPARE(after({}, 59).verdict, Verdict::Pending);
    QCOMPARE(after({}, 60).verdict, Verdict::Pending);
    QCOMPARE(after({}, 61).verdict, Verdict::Miss);
    const Figure figure = figureOf({after({}, 30)});
    QCOMPARE(figure.denominator, 0);
    QVERIFY(!figure.rate);
}

void TestFigures::nothingQueuedIsNoCase()
{
    const WorkCalendar calendar = samples::calendarOf(dayAndNight());
    const std::vector<ResponseEvent> events{{moment(u"2026-11-23T10:00:00+08:00"_s), ResponseEventKind::Left, {}}};
    QCOMPARE(firstResponseCase(RequestId(u"r"_s), events, calendar).error().code, ErrorCode::BadState);
}

void TestFigures::whoDoesNotChooseInTheGapIsNotCounted()
{
    const QString noon = u"2026-11-23T12:10:00+08:00"_s;
    QCOMPARE(after({}, 3600, noon).verdict, Verdict::NotCounted);
    const FigureRow left = after({{ResponseEventKind::Left, 90}}, 3600, noon);
    QCOMPARE(left.verdict, Verdict::Apart);
    QCOMPARE(left.apart, ApartReason::LeftEarly);
}

void TestFigures::anAnswerBeforeReopeningTakesNoTime()
{
    const FigureRow row = after({{ResponseEventKind::ChoseToWait, 5}, {ResponseEventKind::HumanMessage, 600}}, 7200,
                                u"2026-11-23T12:10:00+08:00"_s);
    QCOMPARE(row.verdict, Verdict::Hit);
    QCOMPARE(row.taken->count(), 0);
}

void TestFigures::aCallBackChosenWhileWaitingIsALeaving()
{
    QCOMPARE(after({{ResponseEventKind::ChoseCallBack, 40}}, 3600).verdict, Verdict::Apart);
    const FigureRow late = after({{ResponseEventKind::ChoseCallBack, 75}}, 3600);
    QCOMPARE(late.verdict, Verdict::Miss);
    QCOMPARE(toIso(late.callBack->due), u"2026-11-23T11:01:15+08:00"_s);
}

void TestFigures::leavingAfterAnAnswerChangesNothing()
{
    QCOMPARE(after({{ResponseEventKind::HumanMessage, 20}, {ResponseEventKind::Left, 30}}, 90).verdict, Verdict::Hit);
    QCOMPARE(after({{ResponseEventKind::HumanMessage, 70}, {ResponseEventKind::Left, 80}}, 90).verdict, Verdict::Miss);
}

void TestFigures::closingTimeDoesNotStopTheMinute()
{
    const FigureRow row = after({{ResponseEventKind::TurnedIntoCallBack, 30}}, 61, u"2026-11-27T16:59:30+08:00"_s);
    QCOMPARE(row.verdict, Verdict::Miss);
    QCOMPARE(toIso(row.callBack->due), u"2026-11-30T10:00:00+08:00"_s);
}

void TestFigures::lunchCoverMakesTheGapOpenTime()
{
    const WorkCalendar calendar = samples::calendarOf(samples::hours().at(HoursId(u"H1"_s)));
    const Instant noon = moment(u"2026-11-23T12:10:00+08:00"_s);
    const std::vector<ResponseEvent> events{{noon, ResponseEventKind::Queued, {}}};
    const auto request = firstResponseCase(RequestId(u"r"_s), events, calendar, true);
    QCOMPARE(*request->runningSince, noon);
    QCOMPARE(firstResponseRow(*request, calendar, {}, noon + 61s).verdict, Verdict::Miss);
}

void TestFigures::anEmptyPopulationHasNoRate()
{
    const Figure figure = figureOf({});
    QVERIFY(!figure.rate);
    QCOMPARE(figure.denominator, 0);
}

void TestFigures::aReturnOnTheDayOfClosingCounts()
{
    const ResolutionCase first = closedRequest(u"a"_s, u"2026-11-23T10:00:00+08:00"_s);
    QCOMPARE(resolved(first, {closedRequest(u"b"_s, u"2026-11-23T15:00:00+08:00"_s)}), Verdict::Miss);
    QCOMPARE(resolved(first), Verdict::Hit);
}

void TestFigures::aReturnAfterHolidaysCountsWorkingDaysOnly()
{
    // Closed on 30 September; 1–7 October is off, so the third working day is Saturday the 10th, a swapped day.
    const ResolutionCase first = closedRequest(u"a"_s, u"2026-09-30T16:00:00+08:00"_s);
    QCOMPARE(resolved(first, {closedRequest(u"b"_s, u"2026-10-10T16:00:00+08:00"_s)}), Verdict::Miss);
    QCOMPARE(resolved(first, {closedRequest(u"b"_s, u"2026-10-12T09:30:00+08:00"_s)}), Verdict::Hit);
}

void TestFigures::resolutionListsApartWhatIsNoMatterOfSolving()
{
    ResolutionCase left = closedRequest(u"a"_s, u"2026-11-23T10:00:00+08:00"_s);
    left.answeredByPerson = false;
    ResolutionCase lawsuit = closedRequest(u"b"_s, u"2026-11-23T10:00:00+08:00"_s);
    lawsuit.item = ItemId();
    lawsuit.outOfScope = true;
    const WorkCalendar calendar = samples::calendarOf(samples::hours().at(HoursId(u"H1"_s)));
    const std::vector<ResolutionCase> both{left, lawsuit};
    const Figure figure = figureOf(resolutionRows(both, calendar));
    QCOMPARE(figure.listedApart, (std::vector<QString>{u"a"_s, u"b"_s}));
    QCOMPARE(figure.rows[0].apart, ApartReason::LeftBeforeAnswer);
    QCOMPARE(figure.rows[1].apart, ApartReason::OutOfScope);
    QVERIFY(!figure.rate);
}

void TestFigures::aWorkOrderCountsWhenItIsClosed()
{
    ResolutionCase request = closedRequest(u"a"_s, u"2026-11-23T10:00:00+08:00"_s);
    request.becameWorkOrder = true;
    QCOMPARE(resolved(request), Verdict::Pending);
    request.workOrderClosedAt = moment(u"2026-11-25T10:00:00+08:00"_s);
    QCOMPARE(resolved(request), Verdict::Hit);
}

void TestFigures::noMarkAtAllIsNotSolved()
{
    ResolutionCase request = closedRequest(u"a"_s, u"2026-11-23T10:00:00+08:00"_s);
    request.staffSaysSolved.reset();
    QCOMPARE(resolved(request), Verdict::Miss);
    request.closedAt.reset();
    QCOMPARE(resolved(request), Verdict::NotCounted);
}

void TestFigures::aHangUpWhileRingingEndsThatLeg()
{
    const Instant start = moment(u"2026-11-23T10:00:00+08:00"_s);
    ConnectCall call{u"k"_s, start, {}, true};
    QCOMPARE(connectRow(call, {}).verdict, Verdict::Pending);
    addLeg(call, {start + 30s, 1, LegEnd::NoAnswer});
    QCOMPARE(connectRow(call, {}).verdict, Verdict::Pending);
    addLeg(call, {start + 40s, 2, LegEnd::CitizenHungUp});
    QCOMPARE(connectRow(call, {}).legs, 2);
    QCOMPARE(connectRow(call, {}).verdict, Verdict::Miss);
}

QTEST_GUILESS_MAIN(TestFigures)
#include "tst_figures.moc"
