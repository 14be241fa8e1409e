# One helper for every layer: warnings, definitions and include root are the same everywhere.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

add_library(bangban_flags INTERFACE)
target_include_directories(bangban_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(bangban_flags INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII
    QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_USE_QSTRINGBUILDER)
target_compile_options(bangban_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow=local -Wnon-virtual-dtor
    $<$<BOOL:${BANGBAN_WERROR}>:-Werror>)

# bangban_add_layer(NAME [MOC] SOURCES … LINKS …): a static library that only sees what it links.
function(bangban_add_layer name)
  cmake_parse_arguments(ARG "MOC" "" "SOURCES;LINKS" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC bangban_flags ${ARG_LINKS})
  set_target_properties(${name} PROPERTIES AUTOMOC ${ARG_MOC})
endfunction()

function(bangban_add_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE bangban_flags ${ARG_LINKS})
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
endfunction()

# bangban_add_test(NAME LABEL label LINKS …): tests/LABEL/NAME.cpp as a ctest of that label.
function(bangban_add_test name)
  cmake_parse_arguments(ARG "" "LABEL" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${name}.cpp ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE bangban_flags Qt6::Test ${ARG_LINKS})
  target_compile_definitions(${name} PRIVATE BANGBAN_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS ${ARG_LABEL} TIMEOUT 120)
endfunction()
