// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/organisation.h"
#include "core/domain/routing.h"

#include <QJsonObject>

/// Reads the sample files into the values of core/domain: the vocabulary of the files is translated here, no rule is.
/// A file that cannot be read ends the test.
namespace bangban::domain::samples {

QJsonObject object(const QString &pathInSource);
Instant moment(const QString &iso);
LocalDate day(const QString &iso);

/// All years in resources/calendar.
Holidays holidays();
Organisation organisation();
/// The weekly hours of org.json by id.
std::map<HoursId, WeekHours> hours();
/// A calendar that keeps one set of hours from 2020 on.
WorkCalendar calendarOf(const WeekHours &hours);

/// items.json and faqs.json, nothing else; the last document holds the questions that belong to no item.
std::vector<RoutingDocument> routingDocuments();
std::vector<Synonym> synonyms();

} // namespace bangban::domain::samples
