/**
 * SQL of a UUIDv7 (RFC 9562 section 5.7): milliseconds first, so that rows made together stand together in an index. They
 * are looked up once for a statement, in a select of their own; what follows them is that of a random UUID, in which the
 * fifteenth character is the version. PostgreSQL has a function of its own from 18 on only.
 */
export const UUID_V7 = `(
  (select lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0'))
  || '7' || substr(gen_random_uuid()::text, 16))::uuid`
