local stored = {}
for i = 1, #KEYS, 3 do
  local value, lease, hold = KEYS[i], KEYS[i + 1], KEYS[i + 2]
  local argument = 2 + (i - 1) / 3 * 2
  stored[#stored + 1] = 0
  if ours(lease, 'string') and redis.call('GET', lease) == ARGV[1] then
    redis.call('DEL', lease)
    if ARGV[argument + 1] ~= '' and not held(hold) then
      redis.call('SET', value, ARGV[argument + 1], 'PX', ARGV[argument])
      stored[#stored] = 1
    end
  end
end
return stored
