// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed.h"

#include <QMainWindow>

#include <memory>

class QSettings;
class QStackedWidget;
class QSystemTrayIcon;
class QTranslator;

namespace bangban::ui {

enum class Page;
struct Desk;
class AdministrationPage;
class Chime;
class OfferCard;
class Rail;
class ServicePage;
class SignInPage;
class TopStrip;

/// The desk's one window: sign-in, then rail, strip, notice bars and the pages the role may use. Frames pages and
/// holds what they share; what a page does is the page's. Needs nothing but a feed and a place for settings.
class DeskWindow : public QMainWindow {
    Q_OBJECT
public:
    DeskWindow(client::Feed &feed, QSettings &settings, QWidget *parent = nullptr);
    ~DeskWindow() override;

    void showPage(Page page);
    [[nodiscard]] Desk &desk() { return *m_desk; }
    [[nodiscard]] ServicePage *service() const { return m_service; }
    [[nodiscard]] OfferCard *offerCard() const { return m_offerCard; }
    [[nodiscard]] AdministrationPage *administration() const { return m_administration; }

    void setVisible(bool on) override;

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Parts;
    void rebuild();
    void applyLook();
    void applyLanguage();
    void buildSignIn();
    void buildPages();
    void connectActions();
    void connectFeed();
    void setPresence(domain::Presence presence, const QString &reason, bool whenFree);

    std::unique_ptr<Parts> m_parts; ///< what outlives a rebuild: models, theme, actions, preferences
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<QTranslator> m_translator;
    std::unique_ptr<QTranslator> m_qtTranslator;
    std::vector<domain::Role> m_roles; ///< for which the pages were built
    QSystemTrayIcon *m_tray = nullptr;
    Page m_page;
    QList<Page> m_allowed; ///< of the roles
    SignInPage *m_signIn = nullptr;
    Rail *m_rail = nullptr;
    TopStrip *m_strip = nullptr;
    QStackedWidget *m_pages = nullptr;
    ServicePage *m_service = nullptr;
    AdministrationPage *m_administration = nullptr;
    OfferCard *m_offerCard = nullptr;
};

} // namespace bangban::ui
