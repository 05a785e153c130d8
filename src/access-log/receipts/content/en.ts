export const en = {
  proof: 'Proof',
  placed: (index: string) => `Entry ${index} in the public log`,
  waits: 'This record gets its place in the public log within a few seconds. Load this page again to see it.',
  download: 'Download a receipt (zip)',
  downloadFor: (title: string) => ` for: ${title}`,
  about: 'What a receipt proves',
  /** @param hasRecord whether the record and its salt are in the receipt. */
  readme: (
    url: string,
    vkey: string,
    seq: string,
    index: string,
    hasRecord: boolean,
  ) => `A RECEIPT FOR ONE USE OF YOUR DATA

Somebody used your data, and a record was made of it. The record was put into
a public log that can only grow. This receipt lets you prove that, to anybody,
without us and without the internet. Keep it in a safe place.

It proves that this record was in the log when the checkpoint was signed, and
that not one letter of it has changed since. It does not prove that what the
public body wrote is true, or that there are no other records about you.

THE EASY WAY TO CHECK IT

Go to ${url} and choose this zip file there. It is checked
in your own browser. It is not sent anywhere.

WHAT IS IN IT

receipt.tlog-proof  how to get from your entry to the signed checkpoint
                    (the format is C2SP tlog-proof)
receipt.entry       your entry in the public log: 36 bytes that tell
                    nobody anything about you
place.json          seq: this is record number ${seq} in your own chain
                    prev: the hash of the record before it
${hasRecord ? withRecord(url, vkey) : withoutRecord(vkey)}Your entry is number ${index} of the log, counted from 0.
`,
}

export type ReceiptWords = typeof en

const withRecord = (
  url: string,
  vkey: string,
) => `record.json         the record itself (this is about you: keep it private)
salt                32 random bytes, so that nobody can guess the record
                    from its entry

THE OTHER WAYS TO CHECK IT

With our program, from the source code of this service:

    npm run verify-log -- ${url} '${vkey}' --receipt receipt.zip

With any program that reads C2SP tlog-proof, and this key of the log:

    ${vkey}

By hand, for the first step. This prints a number that we call C:

    ( printf 'dal/v1/record\\0'; cat salt record.json ) | sha256sum

The last 32 bytes of receipt.entry are the SHA-256 of: the words dal/v1/leaf,
a zero byte, C, seq as 8 bytes, and prev. The first 4 bytes are dal1.
`

const withoutRecord = (vkey: string) => `
The record itself is not in this receipt: it is about another person too, who
is protected by law, or it has been erased.

The key of the log, for any program that reads C2SP tlog-proof:

    ${vkey}
`
