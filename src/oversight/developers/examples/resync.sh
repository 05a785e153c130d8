curl --silent --show-error --fail-with-body "$SERVICE/api/resyncs" \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --data '{ "stream_id": "'"$STREAM_ID"'", "reason": "We lost a disk" }'
