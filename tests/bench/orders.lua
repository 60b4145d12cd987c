-- SPDX-License-Identifier: GPL-3.0-or-later
-- One order after the other, each with ids of its own: a run never repeats a message, unlike a kiosk after a power cut.
-- Arguments after "--": a file of tokens, one a line, that take turns; the round (0 to 65535), the resident, the date, the meal, the dish.
local threads = 0

function setup(thread)
  thread:set("lane", threads)
  threads = threads + 1
end

function init(args)
  local file
  file, round, resident, date, meal, dish = unpack(args)
  made, headers = 0, {}
  for token in io.lines(file) do
    headers[#headers + 1] = { ["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. token }
  end
end

local body = '{"id":"%s","kind":"order.place","made_at":%d,"body":{"id":"%s","resident_id":"%s","date":"%s",' ..
  '"meal":"%s","delivery":"eat_in","place":"","items":[{"dish_id":"%s","name":"","count":1,"price_fen":0}],' ..
  '"diet_confirmed":true,"made_at":%d,"status":"requested","number":0,"total_fen":0,"reason":""}}'

function request()
  made = made + 1
  local now = os.time() * 1000
  local tail = string.format("%04x-%04x%08x", 0x8000 + lane, tonumber(round), made)
  local stamp = string.format("%08x-%04x-7", math.floor(now / 65536), now % 65536)
  return wrk.format("POST", "/api/v1/messages", headers[made % #headers + 1],
    string.format(body, stamp .. "00a-" .. tail, now, stamp .. "00b-" .. tail, resident, date, meal, dish, now))
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('\n{"orders":%d,"seconds":%.3f,"p50_ms":%.2f,"p99_ms":%.2f,"failed":%d}\n', summary.requests,
    summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
