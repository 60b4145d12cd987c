# Folders of the source tree, from the bottom up. Each outside library stands in one line only.
anban_folder(base PKG libsodium inih LIBS pthread)
anban_folder(database USES base PKG sqlite3)
anban_folder(protocol USES base PKG jansson)
anban_folder(picture/codec USES base PKG libjpeg libpng)
anban_folder(voice USES base protocol PKG espeak-ng speech-dispatcher sndfile opusfile soxr LIBS m)

# Its parts are one library: what is above hears of what happens below by happenings, not by a call down the line.
anban_folder(kiosk/model PARTS core hearing ordering person telephone visiting USES base protocol)
anban_folder(kiosk/lang USES base PKG icu-i18n icu-uc)
anban_folder(kiosk/ui USES base PKG sdl2 SDL2_ttf SDL2_image fontconfig libunibreak LIBS m)
anban_folder(kiosk/screens USES kiosk/model kiosk/ui kiosk/lang)
anban_folder(kiosk/speech USES base voice)
anban_folder(kiosk/sound USES base PKG portaudio-2.0 alsa jack LIBS m)
anban_folder(kiosk/listen USES base PKG kissfft-float LIBS m)
anban_folder(kiosk/call USES base PKG gstreamer-1.0 gstreamer-webrtc-1.0 gstreamer-sdp-1.0 gstreamer-app-1.0
  gstreamer-rtp-1.0 gstreamer-video-1.0 LIBS m)
anban_folder(kiosk/link USES base protocol PKG libcurl)
anban_folder(kiosk/store USES base database)
anban_folder(kiosk/app USES kiosk/screens kiosk/model kiosk/ui kiosk/lang kiosk/speech kiosk/sound
  kiosk/listen kiosk/call kiosk/link kiosk/store voice)

anban_folder(server/store USES base database)
anban_folder(server/hub USES base protocol server/store)
anban_folder(server/model USES base protocol server/store server/hub LIBS csv)
anban_folder(server/outbound USES base protocol server/store PKG libcurl)
anban_folder(server/http USES base PKG libevent libevent_openssl openssl zlib)
anban_folder(server/qr USES base PKG libqrencode)
anban_folder(server/sound USES base PKG sndfile libebur128 libopusenc LIBS m)
anban_folder(server/picture USES base)
anban_folder(server/turn USES base protocol PKG openssl)
anban_folder(server/api USES protocol server/http server/model server/hub server/qr server/sound server/picture server/turn)
anban_folder(server/app USES server/api server/http server/model server/hub server/store server/turn server/outbound)
