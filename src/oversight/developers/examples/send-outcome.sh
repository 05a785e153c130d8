curl --silent --show-error --fail-with-body --request PUT "$SERVICE/api/deliveries/$JTI/outcome" \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --data '{
    "status": "done",
    "effective_date": "2026-11-30",
    "message": {
      "en": "Your new bill is on its way.",
      "cy": "Mae eich bil newydd ar ei ffordd."
    }
  }'
