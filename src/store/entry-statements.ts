import { unreadableBody } from '../../actors/entry'
import { insertInto, putInto, removeFrom, setIn, type Upsert, type WriteStep } from './statements'
import type { TranscriptTables } from './tables/entries'
import type { MentionTables } from './tables/mentions'

/** A line that changes an entry: which one, and by its own seq. */
type ChangingLine = { conversation: string; changes: string; seq: number }

/** What is written of a transcript. */
export const entryStatementsOver = (t: TranscriptTables & MentionTables, upsert: Upsert) => {
  const { entries, reactions: r, mentions: m } = t
  const entry = { conversation: entries.conversation, clientId: entries.clientId }
  return {
    entry: insertInto(entries),
    markEdited: setIn(entries, { edited: entries.edited }, entry),
    markReacted: setIn(entries, { reacted: entries.reacted }, entry),
    putReaction: putInto(
      upsert,
      r,
      [r.conversation, r.entry, r.author, r.emoji],
      // Put to it twice it is there since the first time.
      [],
    ),
    removeReaction: removeFrom(r, {
      ...{ conversation: r.conversation, entry: r.entry },
      ...{ author: r.author, emoji: r.emoji },
    }),
    putMention: putInto(
      upsert,
      m,
      [m.agent, m.conversation, m.entry],
      // Whether they have seen it stays.
      [`\`place\` = ${upsert.incoming('`place`')}`],
    ),
    dropMentions,
    keepFormerTexts: overFormerTexts(keepText, ({ changes, seq }) => [changes, seq]),
    emptyFormerTexts: overFormerTexts(emptyText, () => []),
    emptyFormerBodies,
    releaseFiles,
  }
}

/** It calls nobody any more, until a line says whom. */
const unmention = {
  sql: "update `mentions` set `place` = 'gone' where `conversation` = ? and `entry` = ?",
}
const dropMentions = ({ conversation, changes }: ChangingLine): WriteStep => ({
  statement: unmention,
  values: [conversation, changes],
})

/** The lines that an entry's words were in until now: its own, and those that changed it before. */
const linesBefore =
  "where `conversation` = ? and `seq` < ? and (`client_id` = ? or `changes` = ?) and `text` <> ''"
const keepText =
  'insert into `former_texts` (`conversation`, `seq`, `entry`, `text`, `until_seq`) ' +
  `select \`conversation\`, \`seq\`, ?, \`text\`, ? from \`entries\` ${linesBefore}`
const emptyText = `update \`entries\` set \`text\` = '' ${linesBefore}`

/** Of what was taken back it is not kept either what its files were called. */
const emptyBody = {
  sql: `update \`entries\` set \`body\` = ?
    where \`conversation\` = ? and \`seq\` < ? and (\`client_id\` = ? or (\`changes\` = ? and \`body\` not like '{"kind":"reaction"%'))`,
}
const emptyFormerBodies = (line: ChangingLine & { inside: boolean }): WriteStep => {
  const { conversation, changes, seq, inside } = line
  const body = JSON.stringify(inside ? unreadableBody : { kind: 'text' })
  return { statement: emptyBody, values: [body, conversation, seq, changes, changes] }
}

/** Its files are as those that were never said: whoever sweeps finds them, should nobody else. */
const release = {
  sql: 'update `files` set `said` = 0 where `conversation` = ? and `client_id` = ?',
}
const releaseFiles = ({ conversation, changes }: ChangingLine): WriteStep => ({
  statement: release,
  values: [conversation, changes],
})

const overFormerTexts = (sql: string, first: (line: ChangingLine) => (string | number)[]) => {
  const statement = { sql }
  return (line: ChangingLine): WriteStep => {
    const { conversation, changes, seq } = line
    return { statement, values: [...first(line), conversation, seq, changes, changes] }
  }
}
