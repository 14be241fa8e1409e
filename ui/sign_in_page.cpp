// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sign_in_page.h"

#include "ui/controls.h"
#include "ui/error_words.h"
#include "ui/password_dialog.h"
#include "ui/second_factor_dialog.h"

#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QProgressBar>
#include <QUrl>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;
using client::LineState;

SignInPage::SignInPage(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_login(new QLineEdit(this)), m_password(new QLineEdit(this)),
      m_server(new QLineEdit(this)), m_start(new QButtonGroup(this)), m_signIn(button(tr("Sign in"), "primary", this)),
      m_change(button(tr("Change"), "link", this)), m_caps(label(tr("Caps Lock is on"), "warning", this)),
      m_error(label({}, "error", this)), m_lineIcon(new QLabel(this)), m_lineWords(label({}, "secondary", this)),
      m_progress(new QProgressBar(this))
{
    setObjectName(u"app"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeLook(), 0, Qt::AlignRight);
    layout->addStretch(2);
    auto *card = new QFrame(this);
    card->setObjectName(u"card"_s);
    auto *halves = new QHBoxLayout(card);
    halves->setContentsMargins(1, 1, 1, 1);
    halves->setSpacing(0);
    m_about = makeAbout();
    halves->addWidget(m_about);
    halves->addWidget(line("vline", card));
    halves->addWidget(makeForm());
    layout->addWidget(card, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    layout->addWidget(label(tr("Forgotten the password? Your unit's administrator sets a new one."), "secondary", this), 0,
                      Qt::AlignHCenter);
    layout->addSpacing(desk.theme.px(14));
    m_login->setText(desk.preferences.lastLogin());
    connect(&desk.bench, &models::Workbench::lineChanged, this, &SignInPage::showLine);
    connect(&desk.bench.feed, &client::Feed::signInRefused, this, &SignInPage::showRefusal);
    connect(&desk.bench.feed, &client::Feed::authenticatorOffered, this, [this](const QString &secret, const QString &uri) {
        if (!m_codeDialog)
            askForCode(secret, uri);
    });
    showLine();
}

QWidget *SignInPage::makeLook()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(m_desk.theme.px(12), m_desk.theme.px(8), m_desk.theme.px(16), 0);
    auto *theme = new ChoiceBox(m_desk, row);
    theme->addItems({tr("Light"), tr("Dark"), tr("High contrast")});
    theme->setCurrentIndex(int(m_desk.preferences.theme()));
    theme->setAccessibleName(tr("Theme"));
    connect(theme, &QComboBox::activated, this, [this](int i) { m_desk.preferences.setTheme(ThemeKind(i)); });
    auto *language = new ChoiceBox(m_desk, row);
    language->addItem(u"简体中文"_s, u"zh_CN"_s); // a language's own name is the same in every language
    language->addItem(u"English"_s, u"en"_s);
    language->setCurrentIndex(m_desk.preferences.language() == "en"_L1 ? 1 : 0);
    language->setAccessibleName(tr("Language"));
    connect(language, &QComboBox::activated, this,
            [this, language] { m_desk.preferences.setLanguage(language->currentData().toString()); });
    layout->addWidget(theme);
    layout->addWidget(language);
    return row;
}

QWidget *SignInPage::makeAbout()
{
    const Theme &theme = m_desk.theme;
    auto *about = new QWidget(this);
    about->setObjectName(u"sunken"_s);
    about->setAttribute(Qt::WA_StyledBackground);
    about->setFixedWidth(theme.px(380));
    auto *layout = new QVBoxLayout(about);
    layout->setContentsMargins(theme.px(32), theme.px(40), theme.px(32), theme.px(32));
    auto *head = new QHBoxLayout;
    head->setSpacing(theme.px(14));
    head->addWidget(iconLabel(m_desk, u"logo"_s, Colour::Accent, 36, about));
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(label(tr("Bangban Desk"), "title", about));
    names->addWidget(label(tr("Online help by people"), "secondary", about));
    head->addLayout(names, 1);
    layout->addLayout(head);
    layout->addSpacing(theme.px(32));
    const std::tuple<QString, QString, QString> promises[] = {
        {u"clock"_s, tr("First reply within 1 minute"), tr("In working hours, from the moment a person is asked for")},
        {u"check"_s, tr("At least 90 % solved"), tr("It counts when the citizen says so")},
        {u"users"_s, tr("At least 90 % of three-party calls connected"), tr("Hotline, enterprise and unit on one line")}};
    for (const auto &[icon, what, how] : promises) {
        auto *row = new QHBoxLayout;
        row->setSpacing(theme.px(12));
        row->addWidget(iconLabel(m_desk, icon, Colour::Text2, 20, about), 0, Qt::AlignTop);
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        for (const auto &[text, look] : {std::pair{what, "plain"}, std::pair{how, "secondary"}}) {
            QLabel *one = label(text, look, about);
            one->setWordWrap(true);
            words->addWidget(one);
        }
        row->addLayout(words, 1);
        layout->addLayout(row);
        layout->addSpacing(theme.px(10));
    }
    layout->addStretch(1);
    if (const QString version = QCoreApplication::applicationVersion(); !version.isEmpty())
        layout->addWidget(label(tr("Version %1").arg(version), "secondary", about));
    return about;
}

QWidget *SignInPage::makeForm()
{
    const Theme &theme = m_desk.theme;
    auto *form = new QWidget(this);
    form->setFixedWidth(theme.px(400));
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(theme.px(32), theme.px(40), theme.px(32), theme.px(28));
    layout->setSpacing(theme.px(6));
    layout->addWidget(label(tr("Sign in"), "title", form));
    layout->addSpacing(theme.px(8));
    const auto field = [&](const QString &name, QLineEdit *edit, const QString &icon, QWidget *beside) {
        auto *head = new QHBoxLayout;
        head->addWidget(label(name, "secondary", form));
        head->addStretch(1);
        if (beside)
            head->addWidget(beside);
        layout->addLayout(head);
        edit->setParent(form);
        edit->setAccessibleName(name);
        edit->addAction(m_desk.icons.icon(icon), QLineEdit::LeadingPosition);
        edit->setProperty("tall", true);
        edit->installEventFilter(this);
        layout->addWidget(edit);
        layout->addSpacing(theme.px(12));
        connect(edit, &QLineEdit::returnPressed, this, &SignInPage::signIn);
    };
    field(tr("Account"), m_login, u"user"_s, nullptr);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAttribute(Qt::WA_InputMethodEnabled, false);
    m_caps->hide();
    field(tr("Password"), m_password, u"lock"_s, m_caps);
    auto *start = new QHBoxLayout;
    start->setSpacing(0);
    start->addWidget(label(tr("State afterwards"), "secondary", form));
    start->addSpacing(theme.px(10));
    const std::pair<QString, domain::Presence> states[] = {{tr("Busy"), domain::Presence::Busy},
                                                           {tr("Offline"), domain::Presence::Offline}};
    for (const auto &[words, presence] : states) {
        QPushButton *choice = button(words, "choice", form);
        choice->setProperty("small", true);
        choice->setCheckable(true);
        choice->setChecked(presence == domain::Presence::Busy);
        m_start->addButton(choice, int(presence));
        start->addWidget(choice);
    }
    start->addStretch(1);
    start->addWidget(label(tr("You set Ready yourself"), "secondary", form));
    layout->addLayout(start);
    layout->addSpacing(theme.px(12));
    m_error->setWordWrap(true);
    m_error->hide();
    layout->addWidget(m_error);
    m_signIn->setProperty("tall", true);
    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::signIn);
    layout->addWidget(m_signIn);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    QSizePolicy keep = m_progress->sizePolicy();
    keep.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keep);
    m_progress->hide();
    layout->addWidget(m_progress);
    layout->addWidget(line("hline", form));
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_lineIcon);
    foot->addWidget(m_lineWords, 1);
    foot->addWidget(m_change);
    layout->addLayout(foot);
    m_server->setParent(form);
    m_server->setAccessibleName(tr("Server address"));
    m_server->setText(m_desk.preferences.server());
    m_server->hide();
    connect(m_server, &QLineEdit::returnPressed, this, &SignInPage::connectTo);
    connect(m_change, &QPushButton::clicked, this, [this] {
        if (m_server->isVisible()) {
            connectTo();
        } else {
            m_server->show();
            m_server->setFocus();
            m_change->setText(tr("Connect"));
        }
    });
    layout->addWidget(m_server);
    return form;
}

void SignInPage::connectTo()
{
    QString text = m_server->text().trimmed();
    if (!text.contains("://"_L1))
        text.prepend("ws://"_L1);
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "ws"_L1 && url.scheme() != "wss"_L1)) {
        m_error->setText(tr("The server address is not readable. Write it like wss://desk.example:8443."));
        m_error->show();
        return;
    }
    m_error->hide();
    m_desk.preferences.setServer(text);
    m_server->hide();
    m_change->setText(tr("Change"));
    m_desk.bench.feed.connectTo(url);
}

void SignInPage::signIn()
{
    if (m_isBusy) {
        setBusy(false);
        m_desk.bench.feed.signOut();
        return;
    }
    if (m_server->isVisible() || m_desk.bench.line().state == LineState::Off)
        connectTo();
    if (m_login->text().trimmed().isEmpty() || m_password->text().isEmpty()) {
        m_error->setText(tr("Fill in account and password."));
        m_error->show();
        (m_login->text().trimmed().isEmpty() ? m_login : m_password)->setFocus();
        return;
    }
    m_error->hide();
    setBusy(true);
    m_desk.preferences.setLastLogin(m_login->text().trimmed());
    m_newPassword.clear();
    send({});
}

void SignInPage::send(const QString &code)
{
    m_desk.bench.feed.signIn({m_login->text().trimmed(), {m_password->text()}, domain::Presence(m_start->checkedId()), code, {m_newPassword}});
}

void SignInPage::askForCode(const QString &secret, const QString &uri)
{
    m_codeDialog = new SecondFactorDialog(m_desk, secret, uri, window());
    connect(m_codeDialog, &SecondFactorDialog::codeEntered, this, &SignInPage::send);
    connect(m_codeDialog, &QDialog::rejected, this, [this] { setBusy(false); });
    m_codeDialog->open();
}

void SignInPage::askForPassword(domain::PasswordState why)
{
    m_passwordDialog = new PasswordDialog(m_desk, m_login->text().trimmed(), why, window());
    connect(m_passwordDialog, &PasswordDialog::chosen, this, [this](const QString &password) {
        m_newPassword = password;
        send({});
    });
    connect(m_passwordDialog, &QDialog::rejected, this, [this] { setBusy(false); });
    m_passwordDialog->open();
}

void SignInPage::setBusy(bool on)
{
    m_isBusy = on;
    m_signIn->setText(on ? tr("Cancel signing in") : tr("Sign in"));
    m_signIn->setAccessibleName(m_signIn->text());
    m_progress->setVisible(on);
}

void SignInPage::showRefusal(const Error &error)
{
    const auto why = domain::fromName<domain::PasswordState>(error.detail);
    if (error.code == ErrorCode::NewPassword && (m_passwordDialog || why)) {
        if (m_passwordDialog)
            m_passwordDialog->showRefusal(error);
        else
            askForPassword(*why);
        return;
    }
    if (m_passwordDialog)
        error.code == ErrorCode::SecondFactor ? m_passwordDialog->accept() : m_passwordDialog->done(QDialog::Rejected);
    if (error.code == ErrorCode::SecondFactor) {
        if (!m_codeDialog)
            askForCode({}, {});
        else if (error.detail == "wrong"_L1)
            m_codeDialog->showWrong();
        return;
    }
    if (m_codeDialog)
        m_codeDialog->close();
    setBusy(false);
    m_error->setText(errorWords(error));
    m_error->show();
    if (error.code == ErrorCode::BadCredentials) {
        m_password->selectAll();
        m_password->setFocus();
    }
}

void SignInPage::takeFocus()
{
    (m_login->text().isEmpty() ? m_login : m_password)->setFocus();
}

void SignInPage::showLine()
{
    const client::Line &line = m_desk.bench.line();
    const bool isOnline = line.state == LineState::Online;
    QString words;
    if (isOnline) {
        const double offset = double(line.clockOffsetMs) / 1000;
        words = tr("Server online %1 ms · clock difference %2 s")
                    .arg(line.roundTripMs)
                    .arg(QString(offset >= 0 ? u"+"_s : QString()) + QString::number(offset, 'f', 2));
    } else if (line.state == LineState::Off) {
        words = tr("No server connected: %1").arg(m_desk.preferences.server());
    } else {
        words = tr("Looking for %1; it is tried again by itself").arg(m_desk.preferences.server());
    }
    m_lineWords->setText(words);
    m_lineWords->setWordWrap(true);
    m_lineIcon->setPixmap(m_desk.icons.pixmap(isOnline ? u"online"_s : u"offline"_s,
                                              isOnline ? Colour::Text2 : Colour::AmberInk, m_desk.theme.px(16),
                                              devicePixelRatioF()));
}

void SignInPage::showCapsLock(bool on)
{
    m_caps->setVisible(on);
}

// The toolkit does not tell the lock's state; a capital letter without Shift does.
bool SignInPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_password && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const QString text = key->text();
        if (text.size() == 1 && text[0].isLetter())
            showCapsLock(text[0].isUpper() != key->modifiers().testFlag(Qt::ShiftModifier));
    }
    return QWidget::eventFilter(watched, event);
}

void SignInPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_about->setVisible(width() >= m_desk.theme.px(820));
}

} // namespace bangban::ui
