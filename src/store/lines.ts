import type { Notice } from '../../actors/entry'
import { limits } from '../../actors/limits'
import type { Lines } from '../../actors/lines'
import type { Statement, WriteStep } from './statements'

type Copies = Extract<Lines, { write: 'copies' }>
type Branch = Extract<Lines, { write: 'branch' }>
type Covers = Extract<Lines, { write: 'covers' }>

const COLUMNS =
  '`conversation`, `seq`, `client_id`, `by`, `author`, `name`, `at`, `text`, `body`, `edited`, `changes`, `answers`, `reacted`'

/** An id with a mark before it, as long as ids may be. */
const marked = (id: string) => `substr(concat(?, ${id}), 1, ${limits.clientId})`

const copy: Statement = {
  sql: `insert into \`entries\` (${COLUMNS})
    select ?, \`seq\` + ?, ${marked('`client_id`')}, \`by\`, \`author\`, \`name\`, \`at\`, \`text\`, \`body\`,
      \`edited\` + ?, case when \`changes\` is null then null else ${marked('`changes`')} end,
      case when \`answers\` is null then null else ${marked('`answers`')} end, \`reacted\` + ?
    from \`entries\` where \`conversation\` = ? and \`seq\` <= ?`,
}
const copyReactions: Statement = {
  sql: `insert into \`reactions\` (\`conversation\`, \`entry\`, \`emoji\`, \`author\`, \`by\`, \`name\`, \`seq\`)
    select ?, ${marked('`entry`')}, \`emoji\`, \`author\`, \`by\`, \`name\`, \`seq\` + ?
    from \`reactions\` where \`conversation\` = ? and \`seq\` <= ?`,
}

/** Who was called by name where they come from is called here, and there no more. */
const copyMentions: Statement = {
  sql: `insert into \`mentions\` (\`agent\`, \`conversation\`, \`entry\`, \`seq\`, \`at\`, \`place\`, \`seen\`)
    select \`agent\`, ?, ${marked('`entry`')}, \`seq\` + ?, \`at\`, \`place\`, \`seen\`
    from \`mentions\` where \`conversation\` = ? and \`place\` = 'here'`,
}
const moveMentions: Statement = {
  sql: 'update `mentions` set `place` = ? where `conversation` = ? and `place` = ?',
}

/** Ids of the lines of a stretch, and of those in it that change a line before it. */
const STRETCH =
  'select `client_id` from `entries` where `conversation` = ? and `seq` between ? and ?'
const CHANGES_BEFORE = `\`changes\` in
  (select \`client_id\` from \`entries\` where \`conversation\` = ? and \`seq\` < ?)`

/** What the desk itself said has ids by its seqs: where it goes others have these. */
const branchedId = (id: string) => `case when ${id} like 'desk-%' then ${marked(id)} else ${id} end`

/** Of a line that changes one which stays where it was, nothing is told here. */
const branch: Statement = {
  sql: `insert into \`entries\` (${COLUMNS})
    select ?, \`seq\` + ?, ${branchedId('`client_id`')}, \`by\`, \`author\`, \`name\`, \`at\`,
      case when ${CHANGES_BEFORE} then '' else \`text\` end,
      case when ${CHANGES_BEFORE} then ? else \`body\` end,
      \`edited\` + ?, ${branchedId('`changes`')},
      \`answers\`, \`reacted\` + ?
    from \`entries\` where \`conversation\` = ? and \`seq\` between ? and ?`,
}
const branchReactions: Statement = {
  sql: `insert into \`reactions\` (\`conversation\`, \`entry\`, \`emoji\`, \`author\`, \`by\`, \`name\`, \`seq\`)
    select ?, \`entry\`, \`emoji\`, \`author\`, \`by\`, \`name\`, \`seq\` + ?
    from \`reactions\` where \`conversation\` = ? and \`entry\` in (${STRETCH})`,
}
/** A file is opened by who may read the conversation that it is in. */
const branchFiles: Statement = {
  sql: `update \`files\` set \`conversation\` = ?
    where \`conversation\` = ? and \`client_id\` in (${STRETCH})`,
}

const branchMentions: Statement = {
  sql: `update \`mentions\` set \`conversation\` = ?, \`seq\` = \`seq\` + ?
    where \`conversation\` = ? and \`entry\` in (${STRETCH})`,
}
const dropMentions: Statement = {
  sql: `update \`mentions\` set \`place\` = 'gone'
    where \`conversation\` = ? and \`entry\` in (${STRETCH})`,
}

/** What stands where a message was; of all else only colleagues read so. */
const placeholder = (code: Covers['as'], inside: boolean, leaves?: true): string => {
  const notice: Notice = { code, inside, ...(leaves ? { leaves } : {}) }
  return JSON.stringify({ kind: 'notice', notice })
}
const MESSAGES = '{"kind":"text"%'
/** What a visitor may have seen too. */
const NOTICES = '{"kind":"notice"%'
const TAKEN_BACK = '{"kind":"withdrawn","inside":false%'

const cover: Statement = {
  sql: `insert into \`entries\` (${COLUMNS})
    select \`conversation\`, \`seq\` + ?, ${marked('`client_id`')}, 'desk', null, '', ?, '',
      case when \`body\` like ? then ? when \`body\` like ? or \`body\` like ? then ? else ? end, null,
      case when \`changes\` is null or ${CHANGES_BEFORE} then \`client_id\` else \`changes\` end, null, null
    from \`entries\` where \`conversation\` = ? and \`seq\` between ? and ?`,
}

/**
 * Of what is as if it were not no word is left here: it is where it is now. What is written to may not
 * be read by the same statement, but for what it put aside before.
 */
const markCovered: Statement = {
  sql: `update \`entries\` set \`edited\` = \`seq\` + ?, \`text\` = ''
    where \`conversation\` = ? and \`seq\` between ? and ? and \`client_id\` not in
      (select \`client_id\` from (select distinct \`client_id\` from \`entries\`
        where \`conversation\` = ? and \`seq\` between ? and ? and ${CHANGES_BEFORE}) as stays)`,
}
const hideCovered: Statement = {
  sql: 'update `search_docs` set `gone` = 1 where `conversation` = ? and `seq` between ? and ?',
}

const step = (statement: Statement, values: WriteStep['values']): WriteStep => ({
  statement,
  values,
})

/** Lines made of lines that are there: as many as there are, by a few statements. */
const copies = (conversation: string, { from, upTo, offset, mark }: Copies): WriteStep[] => [
  step(copy, [conversation, offset, mark, offset, mark, mark, offset, from, upTo]),
  step(copyReactions, [conversation, mark, offset, from, upTo]),
  step(copyMentions, [conversation, mark, offset, from]),
  step(moveMentions, ['elsewhere', from, 'here']),
]

const branches = (
  conversation: string,
  { from, first, upTo, offset, mark }: Branch,
): WriteStep[] => {
  const before = [from, first]
  const stretch = [from, first, upTo]
  const nothing = placeholder('movedOn', true)
  return [
    step(branch, [
      ...[conversation, offset, mark, ...before, ...before, nothing, offset, mark, offset],
      ...stretch,
    ]),
    step(branchReactions, [conversation, offset, from, ...stretch]),
    step(branchFiles, [conversation, from, ...stretch]),
    step(branchMentions, [conversation, offset, from, ...stretch]),
  ]
}

const covers = (conversation: string, lines: Covers): WriteStep[] => {
  const { as, back, first, last, offset, mark, at } = lines
  const stretch = [conversation, first, last]
  const before = [conversation, first]
  return [
    step(cover, [
      ...[offset, mark, at, MESSAGES, placeholder(as, false)],
      ...[NOTICES, TAKEN_BACK, placeholder(as, true, true), placeholder(as, true)],
      ...[...before, ...stretch],
    ]),
    step(markCovered, [offset, ...stretch, ...stretch, ...before]),
    step(hideCovered, stretch),
    step(dropMentions, [conversation, ...stretch]),
    ...(back === undefined ? [] : [step(moveMentions, ['here', back, 'elsewhere'])]),
  ]
}

export const linesSteps = (conversation: string, lines: Lines): WriteStep[] => {
  if (lines.write === 'copies') return copies(conversation, lines)
  return lines.write === 'branch' ? branches(conversation, lines) : covers(conversation, lines)
}
