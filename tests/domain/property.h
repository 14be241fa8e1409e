// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <rapidcheck.h>

#include <sstream>

/// Runs a property on 300 generated cases, the same in every run, and makes rapidcheck's counterexample the message
/// of the test's failure.
template<typename Property>
void verifyProperty(const char *name, Property property)
{
    rc::detail::TestParams params;
    params.seed = 20'261'123;
    params.maxSuccess = 300;
    const rc::detail::TestResult result = rc::detail::checkTestable(property, rc::detail::TestMetadata{}, params);
    std::ostringstream report;
    rc::detail::printResultMessage(result, report);
    QVERIFY2(result.template is<rc::detail::SuccessResult>(), (std::string(name) + ": " + report.str()).c_str());
}
