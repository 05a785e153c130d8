curl --silent --show-error --fail-with-body "$SERVICE/ssf/streams" \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --data '{
    "delivery": { "method": "urn:ietf:rfc:8936" },
    "description": "Our first stream"
  }'
