# tests/FOLDER/test_*.c is a program of cmocka tests for src/FOLDER and links its library. One that has the line
# "// Runs alone" shares the machine with no other test: it hears what is really played. One with the line
# "// Label: threads" also runs under ThreadSanitizer (preset tsan, target anban_thread_tests). One with the line
# "// Leaks are not looked for" leaves threads to GStreamer that come and go while LeakSanitizer stops them all, at which
# it now and then dies itself; memory errors are found in it all the same.
pkg_check_modules(CMOCKA REQUIRED IMPORTED_TARGET cmocka)
pkg_check_modules(TEST_JANSSON REQUIRED IMPORTED_TARGET jansson)

add_custom_target(anban_thread_tests)
if(TARGET anban-picture) # the server runs it
  add_dependencies(anban_thread_tests anban-picture)
endif()

# Seconds after which a test is taken for one that never ends.
set(hung 900)

# What tests of several folders share: a community, a player of reports, a kiosk at every screen.
if(TARGET kiosk_model)
  add_library(anban_test_support STATIC ${CMAKE_SOURCE_DIR}/tests/support/community.c
    ${CMAKE_SOURCE_DIR}/tests/support/player.c ${CMAKE_SOURCE_DIR}/tests/support/telephone.c
    ${CMAKE_SOURCE_DIR}/tests/support/sample_states.c
    ${CMAKE_SOURCE_DIR}/tests/support/walks_people.c ${CMAKE_SOURCE_DIR}/tests/support/walks_ordering.c
    ${CMAKE_SOURCE_DIR}/tests/support/walks_afterwards.c ${CMAKE_SOURCE_DIR}/tests/support/walks_calls.c
    ${CMAKE_SOURCE_DIR}/tests/support/walks_settings_and_help.c
    ${CMAKE_SOURCE_DIR}/tests/support/walks_speaking.c
    ${CMAKE_SOURCE_DIR}/tests/support/walks_visits.c)
  target_include_directories(anban_test_support PUBLIC ${CMAKE_SOURCE_DIR}/tests/support)
  target_link_libraries(anban_test_support PUBLIC kiosk_model PkgConfig::TEST_JANSSON)
endif()

function(anban_tests folder)
  string(REPLACE "/" "_" library ${folder})
  if(NOT TARGET ${library})
    return()
  endif()
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${folder}/test_*.c)
  # What several tests of a folder share stands beside them and is linked into each.
  file(GLOB shared CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${folder}/*.c)
  list(FILTER shared EXCLUDE REGEX "/test_[^/]*$")
  foreach(source ${sources})
    get_filename_component(name ${source} NAME_WE)
    set(target ${library}_${name})
    add_executable(${target} ${source} ${shared})
    target_link_libraries(${target} PRIVATE ${library} PkgConfig::CMOCKA PkgConfig::TEST_JANSSON)
    if(folder MATCHES "^kiosk/(model|model/.*|screens|ui|app)$")
      target_link_libraries(${target} PRIVATE anban_test_support)
    endif()
    if(folder STREQUAL kiosk/listen)
      target_link_libraries(${target} PRIVATE anban_corpus)
    endif()
    if(folder STREQUAL kiosk/sound)
      target_link_options(${target} PRIVATE
        LINKER:--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=free,--wrap=pthread_mutex_lock)
    endif()
    target_compile_definitions(${target} PRIVATE ANBAN_SAMPLES="${CMAKE_SOURCE_DIR}/tests/samples"
      ANBAN_SOURCE="${CMAKE_SOURCE_DIR}" ANBAN_BUILD="${CMAKE_BINARY_DIR}")
    add_test(NAME ${folder}/${name} COMMAND ${target} WORKING_DIRECTORY ${CMAKE_BINARY_DIR})
    set_tests_properties(${folder}/${name} PROPERTIES TIMEOUT ${hung})
    if(folder STREQUAL kiosk/call)
      target_link_libraries(${target} PRIVATE PkgConfig::PC_gstreamer_1_0 PkgConfig::PC_gstreamer_webrtc_1_0
        PkgConfig::PC_gstreamer_sdp_1_0 PkgConfig::PC_gstreamer_app_1_0 PkgConfig::PC_gstreamer_video_1_0
        PkgConfig::PC_gstreamer_rtp_1_0)
    endif()
    if(target STREQUAL kiosk_app_test_slips)
      target_link_libraries(${target} PRIVATE PkgConfig::PC_sdl2)
    endif()
    if(folder STREQUAL kiosk/print)
      target_link_libraries(${target} PRIVATE qr)
    endif()
    if(folder STREQUAL kiosk/ui)
      target_link_libraries(${target} PRIVATE test_stage)
      add_dependencies(${target} anban_pictures)
    endif()
    if(folder MATCHES "^server/(picture|api)$")
      add_dependencies(${target} anban-picture)
    endif()
    if(folder STREQUAL voice OR target STREQUAL kiosk_app_test_prompt)
      add_dependencies(${target} anban_voices)
    endif()
    file(STRINGS ${source} alone REGEX "^// Runs alone$")
    if(alone)
      set_tests_properties(${folder}/${name} PROPERTIES RUN_SERIAL ON)
    endif()
    file(STRINGS ${source} leaky REGEX "^// Leaks are not looked for$")
    if(leaky)
      set_tests_properties(${folder}/${name} PROPERTIES ENVIRONMENT
        "ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1:detect_leaks=0")
    endif()
    file(STRINGS ${source} label REGEX "^// Label: threads$")
    if(label)
      set_tests_properties(${folder}/${name} PROPERTIES LABELS threads)
      add_dependencies(anban_thread_tests ${target})
    endif()
  endforeach()
endfunction()

include(${CMAKE_SOURCE_DIR}/tests/support/corpus.cmake)

# Pages laid out and drawn without a window, and held against the figures for sight and touch.
add_library(test_stage STATIC tests/support/stage.c tests/support/tree_check.c tests/support/tree_check_picture.c
  tests/support/tree_check_first.c)
target_compile_definitions(test_stage PRIVATE ANBAN_SOURCE="${CMAKE_SOURCE_DIR}")
target_link_libraries(test_stage PUBLIC kiosk_ui PkgConfig::PC_sdl2 PkgConfig::PC_SDL2_image)

foreach(folder base database protocol picture/codec voice qr kiosk/model kiosk/model/core kiosk/model/hearing kiosk/model/ordering kiosk/model/visiting
    kiosk/model/person kiosk/model/telephone kiosk/lang kiosk/ui kiosk/screens kiosk/speech kiosk/sound kiosk/listen kiosk/call kiosk/identity kiosk/link kiosk/print kiosk/store
    kiosk/app server/store server/outbound server/hub server/model server/http server/sound server/picture server/turn server/api server/app)
  anban_tests(${folder})
endforeach()

# A kind of wish that only the tests know: its own files, and a row more in the tables of the programs, as a new kind
# has them. The copies with that row take the place of the tables in the libraries.
function(anban_row_more out table header row)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${table})
  file(READ ${CMAKE_SOURCE_DIR}/src/${table} text)
  string(REPLACE "\n};\n" ",\n    ${row},\n};\n" text "${text}")
  string(REPLACE ",,\n" ",\n" text "${text}")
  string(REPLACE "_KINDS, \"a row" "_KINDS + 1, \"a row" text "${text}")
  string(REPLACE / _ name ${table})
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/kinds/${name} CONTENT "#include \"${header}\"\n${text}" @ONLY)
  set(${out} ${${out}} ${CMAKE_BINARY_DIR}/kinds/${name} PARENT_SCOPE)
endfunction()
function(anban_kind_test name library)
  add_executable(kinds_test_${name} tests/kinds/test_${name}.c tests/kinds/haircut.c tests/kinds/${name}_haircut.c ${ARGN})
  target_include_directories(kinds_test_${name} PRIVATE tests/kinds)
  target_link_libraries(kinds_test_${name} PRIVATE ${library} PkgConfig::CMOCKA PkgConfig::TEST_JANSSON)
  add_test(NAME kinds/${name} COMMAND kinds_test_${name} WORKING_DIRECTORY ${CMAKE_BINARY_DIR})
  set_tests_properties(kinds/${name} PROPERTIES TIMEOUT 240)
endfunction()
anban_row_more(of_both protocol/record_kinds.c haircut.h "[RECORD_HAIRCUT] = &haircut_record")
anban_row_more(of_both protocol/message_kinds.c haircut.h "[MESSAGE_HAIRCUT] = &haircut_message")
if(TARGET server_model)
  anban_row_more(of_server server/model/message_kinds.c server_haircut.h "[MESSAGE_KINDS] = &haircut_handler")
  anban_kind_test(server server_model ${of_both} ${of_server})
endif()
if(TARGET kiosk_app)
  anban_row_more(of_kiosk kiosk/model/wish_kinds.c kiosk_haircut.h "[MESSAGE_KINDS] = &haircut_wish")
  anban_row_more(of_kiosk kiosk/model/record_areas.c kiosk_haircut.h "[RECORD_KINDS] = &haircut_area")
  anban_row_more(of_kiosk kiosk/screens/wish_words.c kiosk_haircut.h "[MESSAGE_KINDS] = &haircut_words")
  anban_kind_test(kiosk kiosk_app ${of_both} ${of_kiosk})
  target_link_libraries(kinds_test_kiosk PRIVATE anban_test_support)
endif()

# Every screen on every panel.
if(TARGET kiosk_screens)
  add_executable(layout_test_screens ${CMAKE_SOURCE_DIR}/tests/layout/test_screens.c)
  target_link_libraries(layout_test_screens PRIVATE kiosk_screens test_stage anban_test_support PkgConfig::CMOCKA)
  target_compile_definitions(layout_test_screens PRIVATE ANBAN_SAMPLES="${CMAKE_SOURCE_DIR}/tests/samples")
  add_test(NAME layout/screens COMMAND layout_test_screens WORKING_DIRECTORY ${CMAKE_BINARY_DIR})
  # The longest: what begins first does not end alone.
  set_tests_properties(layout/screens PROPERTIES TIMEOUT ${hung} COST 300)
endif()

# The rules of the house: directions, length, format.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
find_program(CLANG_FORMAT clang-format REQUIRED)
file(GLOB_RECURSE anban_c_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/*.[ch] ${CMAKE_SOURCE_DIR}/tests/*.[ch])
list(FILTER anban_c_files EXCLUDE REGEX /node_modules/)
add_test(NAME style/layers COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tests/check_layers.py)
add_test(NAME style/sql COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tests/style/sql.py)
add_test(NAME style/length COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tests/style/length.py)
add_test(NAME style/tidy COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tests/style/tidy.py ${CMAKE_BINARY_DIR})
add_test(NAME style/switches COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tests/style/switches.py)
add_test(NAME style/version COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tests/style/version.py ${PROJECT_VERSION}
  $<TARGET_FILE:anban-kiosk> $<TARGET_FILE:anban-server> $<TARGET_FILE:anban-say>
  $<TARGET_FILE:anban-picture>)
add_test(NAME style/catalogues COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tests/style/catalogues.py)
add_test(NAME style/drawings COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tests/style/drawings.py)
add_test(NAME dialects/polyphones COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tests/dialects/polyphones.py
  ${CMAKE_BINARY_DIR}/voices ${CMAKE_SOURCE_DIR}/tests/samples)
add_test(NAME dialects/sentences COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tests/dialects/sentences.py
  ${CMAKE_BINARY_DIR}/voices)
add_test(NAME dialects/tables COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tests/dialects/tables.py
  ${CMAKE_BINARY_DIR}/voices ${CMAKE_SOURCE_DIR}/tests/samples/numbers.tsv $<TARGET_FILE:anban-phonemes>)
add_test(NAME style/format COMMAND ${CLANG_FORMAT} --dry-run -Werror ${anban_c_files})

# Pages without a browser (tests/web), then everything as real processes (tests/whole). Needs `npm ci` in tests/.
find_program(NODE node REQUIRED)
file(GLOB anban_js_tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/web/*.test.js
  ${CMAKE_SOURCE_DIR}/tests/whole/*.test.js)
foreach(source ${anban_js_tests})
  file(RELATIVE_PATH name ${CMAKE_SOURCE_DIR}/tests ${source})
  string(REPLACE .test.js "" name ${name})
  add_test(NAME ${name} COMMAND ${NODE} --test --test-reporter=spec ${source})
  set_tests_properties(${name} PROPERTIES TIMEOUT ${hung} ENVIRONMENT ANBAN_BUILD=${CMAKE_BINARY_DIR})
  if(name MATCHES ^whole/)
    # Each is several programs and browsers already, and they have patience with each other as in use.
    set_tests_properties(${name} PROPERTIES RUN_SERIAL ON)
  endif()
endforeach()

# The groups of ./packages: a release from what they name, in a bare system.
add_test(NAME packages/bare COMMAND ${CMAKE_SOURCE_DIR}/tests/packages/bare)
set_tests_properties(packages/bare PROPERTIES TIMEOUT 1800 SKIP_RETURN_CODE 77 PROCESSORS 2)
