/**
 * SQL of a UUIDv7 (RFC 9562 section 5.7): milliseconds first, so that rows made together stand together in an index.
 * PostgreSQL has a function of its own from 18 on only.
 */
export const UUID_V7 = `encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
  placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1),
  'hex')::uuid`
