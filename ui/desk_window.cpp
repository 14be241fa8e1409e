// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk_window.h"

#include "ui/administration_page.h"
#include "ui/alerts.h"
#include "ui/chime.h"
#include "ui/composer.h"
#include "ui/conversation_pane.h"
#include "ui/desk.h"
#include "ui/idle_watch.h"
#include "ui/keys_dialog.h"
#include "ui/knowledge_page.h"
#include "ui/notice_stack.h"
#include "ui/offer_card.h"
#include "ui/palette.h"
#include "ui/rail.h"
#include "ui/screen_lock.h"
#include "ui/service_page.h"
#include "ui/settings_page.h"
#include "ui/sign_in_page.h"
#include "ui/slips_page.h"
#include "ui/top_strip.h"

#include <QApplication>
#include <QCloseEvent>
#include <QLibraryInfo>
#include <QSettings>
#include <QStackedWidget>
#include <QSystemTrayIcon>
#include <QTranslator>
#include <QVBoxLayout>

namespace bangban::ui {

using namespace Qt::StringLiterals;

struct DeskWindow::Parts {
    Parts(client::Feed &feed, QSettings &settings, QObject *window)
        : bench(feed), icons(theme), actions(settings, nullptr), preferences(settings), idle(bench, window)
    {
    }
    models::Workbench bench;
    Theme theme;
    Icons icons;
    ActionTable actions;
    Preferences preferences;
    Chime chime;
    Alerts alerts{bench, chime};
    IdleWatch idle;
    ScreenLock lock{bench, actions};
    QSet<QString> seenNotices;
    RequestId openBefore; ///< the case that was open when the screen was locked
};

DeskWindow::DeskWindow(client::Feed &feed, QSettings &settings, QWidget *parent)
    : QMainWindow(parent), m_parts(std::make_unique<Parts>(feed, settings, this)),
      m_desk(std::make_unique<Desk>(Desk{m_parts->bench, m_parts->theme, m_parts->icons, m_parts->actions,
                                         m_parts->preferences})),
      m_page(Page::Service)
{
    setMinimumSize(960, 560);
    resize(1366, 768);
    restoreGeometry(settings.value("window/geometry"_L1).toByteArray());
    if (QSystemTrayIcon::isSystemTrayAvailable())
        m_tray = new QSystemTrayIcon(this);
    for (const Act act : m_parts->actions.all())
        addAction(m_parts->actions.action(act));
    connectActions();
    connectFeed();
    applyLanguage();
    // A look is changed by building the pages anew from the models: nothing is kept that could stay in the old one.
    // Queued, because the wish comes from a widget that goes with it.
    connect(&m_parts->preferences, &Preferences::changed, this, [this] {
        m_parts->chime.setVolume(m_parts->preferences.volume());
        if (m_parts->theme.kind() != m_parts->preferences.theme()
            || !qFuzzyCompare(m_parts->theme.scale(), m_parts->preferences.textScale()))
            rebuild();
    }, Qt::QueuedConnection);
    connect(&m_parts->preferences, &Preferences::languageChanged, this, [this] {
        applyLanguage();
        rebuild();
    }, Qt::QueuedConnection);
}

DeskWindow::~DeskWindow()
{
    delete takeCentralWidget(); // pages go before what they refer to
    delete m_offerCard;
}

void DeskWindow::applyLanguage()
{
    if (m_translator)
        QCoreApplication::removeTranslator(m_translator.get());
    // Qt's own words: the file dialog, the menus of text fields.
    if (m_qtTranslator)
        QCoreApplication::removeTranslator(m_qtTranslator.get());
    m_qtTranslator = std::make_unique<QTranslator>();
    if (m_qtTranslator->load(u"qtbase_"_s + m_parts->preferences.language(), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(m_qtTranslator.get());
    // Ours is asked first: it names keys as they are printed.
    m_translator = std::make_unique<QTranslator>();
    if (m_translator->load(u":/bangban/i18n/bangban_%1.qm"_s.arg(m_parts->preferences.language())))
        QCoreApplication::installTranslator(m_translator.get());
    m_parts->actions.retranslate();
    setWindowTitle(tr("Bangban Desk"));
}

void DeskWindow::applyLook()
{
    const Preferences &preferences = m_parts->preferences;
    m_parts->theme.select(preferences.theme(), preferences.textScale());
    m_parts->chime.setVolume(preferences.volume());
    QApplication::setFont(m_parts->theme.font());
    QApplication::setPalette(m_parts->theme.palette()); // dialogs are windows and inherit only this one
    setStyleSheet(m_parts->theme.styleSheet());
    const QIcon icon = m_parts->icons.icon(u"logo"_s, Colour::Accent);
    setWindowIcon(icon);
    if (m_tray) {
        m_tray->setIcon(icon);
        m_tray->show();
    }
}

void DeskWindow::rebuild()
{
    const RequestId open = m_service ? m_service->conversation()->request() : std::exchange(m_parts->openBefore, {});
    if (m_service)
        m_service->conversation()->composer()->setRequest({}); // keeps the draft
    delete takeCentralWidget();
    delete m_offerCard;
    m_signIn = nullptr;
    m_service = nullptr;
    m_administration = nullptr;
    m_offerCard = nullptr;
    m_strip = nullptr;
    m_pages = nullptr;
    m_rail = nullptr;
    applyLook();
    if (!m_parts->bench.account())
        return buildSignIn();
    if (m_parts->lock.isLocked()) {
        m_parts->openBefore = open;
        return setCentralWidget(new LockPage(*m_desk));
    }
    buildPages();
    if (m_service && !open.isEmpty())
        m_service->open(open);
}

void DeskWindow::buildSignIn()
{
    m_parts->actions.showFor({});
    m_signIn = new SignInPage(*m_desk);
    setCentralWidget(m_signIn);
    m_signIn->takeFocus();
}

void DeskWindow::buildPages()
{
    m_roles = m_parts->bench.me().roles;
    m_parts->actions.showFor(m_roles);
    auto *central = new QWidget;
    auto *layout = new QHBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_rail = new Rail(*m_desk);
    layout->addWidget(m_rail);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    layout->addLayout(right, 1);
    m_strip = new TopStrip(*m_desk);
    right->addWidget(m_strip);
    auto *notices = new NoticeStack(*m_desk, m_parts->seenNotices);
    right->addWidget(notices);
    m_pages = new QStackedWidget;
    right->addWidget(m_pages, 1);
    setCentralWidget(central);

    m_service = new ServicePage(*m_desk);
    connect(m_service, &ServicePage::ticked, m_strip, &TopStrip::tick);
    connect(m_service, &ServicePage::ticked, notices, &NoticeStack::showLine);
    m_administration = new AdministrationPage(*m_desk);
    m_allowed.clear();
    const std::tuple<Act, Page, QWidget *> pages[] = {{Act::ServicePage, Page::Service, m_service},
                                                      {Act::KnowledgePage, Page::Knowledge, new KnowledgePage(*m_desk)},
                                                      {Act::SlipsPage, Page::Slips, new SlipsPage(*m_desk)},
                                                      {Act::AdministrationPage, Page::Administration, m_administration},
                                                      {Act::SettingsPage, Page::Settings, new SettingsPage(*m_desk)}};
    for (const auto &[act, page, widget] : pages) {
        m_pages->addWidget(widget);
        if (m_parts->actions.action(act)->isVisible())
            m_allowed.append(page);
    }
    m_rail->setPages(m_allowed);
    connect(m_rail, &Rail::pageChosen, this, &DeskWindow::showPage);
    connect(m_strip, &TopStrip::presenceAsked, this, &DeskWindow::setPresence);

    m_offerCard = new OfferCard(*m_desk, m_parts->chime, this);
    connect(m_offerCard, &OfferCard::appeared, this, [this](const QString &title, const QString &words) {
        QApplication::alert(this);
        if (m_tray && !isActiveWindow())
            m_tray->showMessage(title, words, QSystemTrayIcon::Information, 10'000);
    });
    m_offerCard->setOffer(m_parts->bench.offer.shown());
    showPage(m_allowed.contains(m_page) ? m_page : m_allowed.constFirst());
    m_rail->setFixedWidth(m_parts->theme.column(
        m_parts->preferences.language() == "en"_L1 ? "railEnglish" : "rail", width()));
}

void DeskWindow::showPage(Page page)
{
    if (!m_pages || !m_allowed.contains(page))
        return;
    m_page = page;
    m_pages->setCurrentIndex(int(page));
    m_rail->select(page);
    if (page == Page::Service) // queued: a page just built can take no focus yet
        QMetaObject::invokeMethod(m_service->conversation(), &ConversationPane::takeFocus, Qt::QueuedConnection);
}

void DeskWindow::connectActions()
{
    ActionTable &actions = m_parts->actions;
    actions.onTriggered(Act::PresenceMenu, this, [this] {
        if (m_strip)
            m_strip->openPresenceMenu();
    });
    actions.onTriggered(Act::StartWork, this, [this] { setPresence(domain::Presence::Ready, {}, false); });
    actions.onTriggered(Act::GoBusy, this, [this] { setPresence(domain::Presence::Busy, {}, false); });
    actions.onTriggered(Act::GoBreak, this, [this] { setPresence(domain::Presence::Break, u"rest"_s, true); });
    actions.onTriggered(Act::ServicePage, this, [this] { showPage(Page::Service); });
    actions.onTriggered(Act::KnowledgePage, this, [this] { showPage(Page::Knowledge); });
    actions.onTriggered(Act::SlipsPage, this, [this] { showPage(Page::Slips); });
    actions.onTriggered(Act::AdministrationPage, this, [this] { showPage(Page::Administration); });
    actions.onTriggered(Act::SettingsPage, this, [this] { showPage(Page::Settings); });
    actions.onTriggered(Act::Reconnect, this, [this] { m_parts->bench.feed.reconnectNow(); });
    actions.onTriggered(Act::LockScreen, this, [this] { m_parts->lock.lock(); });
    actions.onTriggered(Act::SignOut, this, [this] { m_parts->bench.feed.signOut(); });
    actions.onTriggered(Act::SwitchTheme, this, [this] {
        m_parts->preferences.setTheme(ThemeKind((int(m_parts->preferences.theme()) + 1) % 3));
    });
    actions.onTriggered(Act::Keys, this, [this] { (new KeysDialog(*m_desk, this))->open(); });
    actions.onTriggered(Act::Palette, this, [this] { (new Palette(*m_desk, this))->open(); });
}

void DeskWindow::connectFeed()
{
    models::Workbench &bench = m_parts->bench;
    connect(&bench, &models::Workbench::signedIn, this, &DeskWindow::rebuild);
    // Queued: the wish may come from a page that goes with it.
    connect(&m_parts->lock, &ScreenLock::changed, this, &DeskWindow::rebuild, Qt::QueuedConnection);
    connect(&m_parts->idle, &IdleWatch::lockDue, &m_parts->lock, &ScreenLock::lock);
    connect(&bench, &models::Workbench::meChanged, this, [this] {
        if (m_pages && m_parts->bench.me().roles != m_roles)
            rebuild(); // pages come and go with the rights
    }, Qt::QueuedConnection); // out of a signal that a page may be handling
    connect(&bench, &models::Workbench::signedOut, this, [this](const Error &why) {
        m_page = Page::Service; // the next person begins where work begins
        if (!m_signIn) // a sign-in that was cancelled keeps what was typed
            rebuild();
        if (m_signIn && why.code != ErrorCode::Internal)
            m_signIn->showRefusal(why);
    }, Qt::QueuedConnection); // the wish comes from a menu that goes with its page
}

void DeskWindow::setPresence(domain::Presence presence, const QString &reason, bool whenFree)
{
    if (m_parts->bench.account())
        m_parts->bench.feed.setPresence(presence, reason, whenFree);
}

// Built as late as this: a session that the keyring held needs no sign-in page.
void DeskWindow::setVisible(bool on)
{
    if (on && !centralWidget())
        rebuild();
    QMainWindow::setVisible(on);
}

void DeskWindow::closeEvent(QCloseEvent *event)
{
    if (m_service)
        m_service->conversation()->composer()->setRequest({}); // keeps the draft
    m_parts->preferences.settings().setValue("window/geometry"_L1, saveGeometry());
    QMainWindow::closeEvent(event);
}

void DeskWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_rail)
        m_rail->setFixedWidth(m_parts->theme.column(
            m_parts->preferences.language() == "en"_L1 ? "railEnglish" : "rail", width()));
}

} // namespace bangban::ui
