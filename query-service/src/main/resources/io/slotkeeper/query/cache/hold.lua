local known = {}
for i = 1, #KEYS, 3 do
  local hold = KEYS[i + 2]
  held(hold)
  known[#known + 1] = math.min(redis.call('DEL', KEYS[i], KEYS[i + 1]), 1)
  redis.call('ZADD', hold, now + ARGV[2], ARGV[1])
  redis.call('PEXPIRE', hold, ARGV[2])
end
return known
