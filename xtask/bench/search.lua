-- The load of `cargo xtask bench` for wrk: POSTs each line of a file in turn and looks at every answer.

local threads = {}

function setup(thread)
  thread:set("number", #threads)
  table.insert(threads, thread)
end

function init(args)
  bodies = {}
  for line in io.lines(args[1]) do
    table.insert(bodies, line)
  end
  -- Each thread begins at another place of the list.
  position = number * math.floor(#bodies / 2)
  failed = 0
  first_failure = ""
  headers = { ["Content-Type"] = "application/json" }
end

function request()
  position = position % #bodies + 1
  return wrk.format("POST", "/graphql", headers, bodies[position])
end

function response(status, _, body)
  if status ~= 200 or body:find('"errors"', 1, true) or not body:find('"totalCount"', 1, true) then
    failed = failed + 1
    if first_failure == "" then
      first_failure = status .. " " .. body:sub(1, 300)
    end
  end
end

function done(summary, latency)
  local failures, example = 0, ""
  for _, thread in ipairs(threads) do
    failures = failures + thread:get("failed")
    if example == "" then
      example = thread:get("first_failure")
    end
  end
  local broken = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write("RESULT\t", summary.requests, "\t", summary.duration, "\t", latency:percentile(50), "\t",
    latency:percentile(99), "\t", latency.max, "\t", failures + broken, "\t", (example:gsub("%s+", " ")), "\n")
end
