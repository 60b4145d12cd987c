# What preset bench builds.
include(${CMAKE_SOURCE_DIR}/tests/support/corpus.cmake)
# Debian's pkg-config file of pocketsphinx names a folder that is not there.
find_library(POCKETSPHINX pocketsphinx REQUIRED)
find_library(SPHINXBASE sphinxbase REQUIRED)
find_path(POCKETSPHINX_HEADERS pocketsphinx.h PATH_SUFFIXES pocketsphinx REQUIRED)
file(GLOB speech_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/bench/speech/*.c)
# As the kiosk makes templates: without the rest of its app.
add_executable(anban_bench_speech ${speech_sources} ${CMAKE_SOURCE_DIR}/src/kiosk/app/maker.c)
target_include_directories(anban_bench_speech SYSTEM PRIVATE ${POCKETSPHINX_HEADERS})
target_link_libraries(anban_bench_speech PRIVATE kiosk_listen voice anban_corpus ${POCKETSPHINX} ${SPHINXBASE})

# ./bench sound.
add_executable(anban_bench_sound ${CMAKE_SOURCE_DIR}/tests/bench/sound/sound.c)
target_compile_definitions(anban_bench_sound PRIVATE ANBAN_SOURCE="${CMAKE_SOURCE_DIR}")
target_link_libraries(anban_bench_sound PRIVATE kiosk_sound kiosk_speech voice)

# ./bench reading.
add_executable(anban_bench_spoken ${CMAKE_SOURCE_DIR}/tests/bench/reading/spoken.c)
target_link_libraries(anban_bench_spoken PRIVATE voice)
