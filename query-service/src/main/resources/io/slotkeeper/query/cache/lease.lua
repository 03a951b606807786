local got = {}
for i = 1, #KEYS, 2 do
  if held(KEYS[i + 1]) or ours(KEYS[i], 'string') then
    got[#got + 1] = 0
  else
    redis.call('SET', KEYS[i], ARGV[1], 'PX', ARGV[2])
    got[#got + 1] = 1
  end
end
return got
