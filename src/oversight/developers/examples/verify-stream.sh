curl --silent --show-error --fail-with-body "$SERVICE/ssf/verification" \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --data '{ "stream_id": "'"$STREAM_ID"'", "state": "my-first-try" }'
