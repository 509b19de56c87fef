import type { Notice } from '../../actors/entry'
import { limits } from '../../actors/limits'
import type { Lines } from '../../actors/lines'
import type { Statement, WriteStep } from './statements'

type Copies = Extract<Lines, { write: 'copies' }>
type Covers = Extract<Lines, { write: 'covers' }>

const COLUMNS =
  '`conversation`, `seq`, `client_id`, `by`, `author`, `name`, `at`, `text`, `body`, `edited`, `changes`, `answers`'

/** An id with a mark before it, as long as ids may be. */
const marked = (id: string) => `substr(concat(?, ${id}), 1, ${limits.clientId})`

const copy: Statement = {
  sql: `insert into \`entries\` (${COLUMNS})
    select ?, \`seq\` + ?, ${marked('`client_id`')}, \`by\`, \`author\`, \`name\`, \`at\`, \`text\`, \`body\`,
      \`edited\` + ?, case when \`changes\` is null then null else ${marked('`changes`')} end,
      case when \`answers\` is null then null else ${marked('`answers`')} end
    from \`entries\` where \`conversation\` = ? and \`seq\` <= ?`,
}

/** What stands where a message was; of all else only colleagues read so. */
const movedBack = (
  told: Pick<Extract<Notice, { code: 'movedBack' }>, 'inside' | 'leaves'>,
): string => {
  const notice: Notice = { code: 'movedBack', ...told }
  return JSON.stringify({ kind: 'notice', notice })
}
const MESSAGES = '{"kind":"text"%'
/** What a visitor may have seen too. */
const NOTICES = '{"kind":"notice"%'
const TAKEN_BACK = '{"kind":"withdrawn","inside":false%'

const cover: Statement = {
  sql: `insert into \`entries\` (${COLUMNS})
    select \`conversation\`, \`seq\` + ?, ${marked('`client_id`')}, 'desk', null, '', ?, '',
      case when \`body\` like ? then ? when \`body\` like ? or \`body\` like ? then ? else ? end, null, coalesce(\`changes\`, \`client_id\`), null
    from \`entries\` where \`conversation\` = ? and \`seq\` between ? and ?`,
}

/** Of what is as if it were not no word is left here: it is where it came from. */
const markCovered: Statement = {
  sql: "update `entries` set `edited` = `seq` + ?, `text` = '' where `conversation` = ? and `seq` between ? and ?",
}
const hideCovered: Statement = {
  sql: 'update `search_docs` set `gone` = 1 where `conversation` = ? and `seq` between ? and ?',
}

/** Lines made of lines that are there: as many as there are, by one statement. */
export const linesOver = {
  copies: (conversation: string, { from, upTo, offset, mark }: Copies): WriteStep => ({
    statement: copy,
    values: [conversation, offset, mark, offset, mark, mark, from, upTo],
  }),
  covers: (conversation: string, { first, last, offset, mark, at }: Covers): WriteStep => ({
    statement: cover,
    values: [
      ...[offset, mark, at, MESSAGES, movedBack({ inside: false })],
      ...[NOTICES, TAKEN_BACK, movedBack({ inside: true, leaves: true })],
      movedBack({ inside: true }),
      ...[conversation, first, last],
    ],
  }),
  markCovered: (conversation: string, { first, last, offset }: Covers): WriteStep => ({
    statement: markCovered,
    values: [offset, conversation, first, last],
  }),
  hideCovered: (conversation: string, { first, last }: Covers): WriteStep => ({
    statement: hideCovered,
    values: [conversation, first, last],
  }),
}
