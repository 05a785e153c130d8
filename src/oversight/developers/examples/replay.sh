curl --silent --show-error --fail-with-body "$SERVICE/api/replays" \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --data '{ "jtis": ["'"$JTI"'"] }'
