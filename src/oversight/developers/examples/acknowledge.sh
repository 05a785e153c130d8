curl --silent --show-error --fail-with-body "$SERVICE/ssf/poll/$STREAM_ID" \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --data '{ "maxEvents": 0, "ack": ["'"$JTI"'"] }'
