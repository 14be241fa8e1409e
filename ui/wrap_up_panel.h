// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QWidget>

class QButtonGroup;
class QGridLayout;
class QLabel;
class QPushButton;

namespace bangban::ui {

class RingWidget;

/// Wrap-up after the end: one click for the category (a sub-code may follow), one for the result, and it is done.
/// By keys: a digit for each, Enter at the end. Running out never blocks; the server writes "unsorted".
class WrapUpPanel : public QWidget {
    Q_OBJECT
public:
    explicit WrapUpPanel(const Desk &desk, QWidget *parent = nullptr);
    void setRequest(const models::RequestPtr &request);
    bool tick();
    void takeFocus();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void showSubs();
    void showAllowed();
    void chooseNth(QButtonGroup *group, int n);
    void finish();
    bool handleKey(QKeyEvent *event);
    [[nodiscard]] QString category() const; ///< the sub-code if one is chosen
    [[nodiscard]] QString result() const;
    QPushButton *addChoice(QButtonGroup *group, QGridLayout *grid, const client::CodeRow &code, int n, int columns);

    const Desk &m_desk;
    models::RequestPtr m_request;
    RingWidget *m_ring;
    QLabel *m_left;
    QPushButton *m_extend;
    QButtonGroup *m_categories;
    QButtonGroup *m_subs;
    QButtonGroup *m_results;
    QGridLayout *m_categoryGrid;
    QGridLayout *m_subGrid;
    QGridLayout *m_resultGrid;
    QLabel *m_hint;
    QPushButton *m_done;
};

} // namespace bangban::ui
