const { SERVICE, TOKEN, JTI } = process.env

const response = await fetch(`${SERVICE}/api/deliveries/${JTI}/outcome`, {
  method: 'PUT',
  headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
  body: JSON.stringify({ status: 'in_progress' }),
})
if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
