-- Whether one of our keys is there. What has another type or no end is not ours and goes.
local function ours(key, type)
  local found = redis.call('TYPE', key).ok
  if found == 'none' then
    return false
  end
  if found ~= type or redis.call('PTTL', key) == -1 then
    redis.call('DEL', key)
    return false
  end
  return true
end

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

-- Whether somebody is changing it; those who died while they did are forgotten after their time.
local function held(key)
  return ours(key, 'zset')
    and redis.call('ZREMRANGEBYSCORE', key, '-inf', now) >= 0
    and redis.call('EXISTS', key) == 1
end

