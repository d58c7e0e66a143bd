local number, attempts, lane, at = take(), take(), take(), take()
if isOurs('in', number, attempts) then look('in', lane, at) end
