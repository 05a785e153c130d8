/**
 * SQL of a UUIDv7 (RFC 9562 section 5.7): milliseconds first, so that rows made together stand together in an index. They
 * are looked up once for a statement, in a select of their own; what follows them is that of a random UUID, in which the
 * fifteenth character is the version. PostgreSQL has a function of its own from 18 on only.
 *
 * @param place SQL of a number from 1 to 4095 by which those of one statement stand in order (section 6.2, method 1), those
 *   of the same number in no certain one
 */
export const uuidV7 = (place?: string): string => `(
  (select lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0')) || '7' || ${
    place === undefined
      ? 'substr(gen_random_uuid()::text, 16)'
      : `lpad(to_hex(least(${place}, 4095)), 3, '0') || substr(gen_random_uuid()::text, 19)`
  })::uuid`
