for i = 1, #KEYS, 3 do
  local hold = KEYS[i + 2]
  -- Without its hold somebody may have filled before the change could be seen.
  if not (ours(hold, 'zset') and redis.call('ZREM', hold, ARGV[1]) == 1) then
    redis.call('DEL', KEYS[i], KEYS[i + 1])
  end
end
return 1
