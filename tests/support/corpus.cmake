# Made-up people who say commands.
include_guard()
add_library(anban_corpus STATIC ${CMAKE_SOURCE_DIR}/tests/support/corpus.c)
target_include_directories(anban_corpus PUBLIC ${CMAKE_SOURCE_DIR}/tests/support)
target_link_libraries(anban_corpus PUBLIC base PkgConfig::PC_espeak_ng PkgConfig::PC_soxr m)
