curl --silent --show-error --fail-with-body "$SERVICE/ssf/status" \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --data '{ "stream_id": "'"$STREAM_ID"'", "status": "paused", "reason": "Work on our system" }'
