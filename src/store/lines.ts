import type { Notice } from '../../actors/entry'
import { limits } from '../../actors/limits'
import type { Lines } from '../../actors/lines'
import type { Statement, WriteStep } from './statements'

type Copies = Extract<Lines, { write: 'copies' }>
type Branch = Extract<Lines, { write: 'branch' }>
type Covers = Extract<Lines, { write: 'covers' }>

const COLUMNS =
  '`conversation`, `seq`, `client_id`, `by`, `author`, `name`, `at`, `text`, `body`, `edited`, `changes`, `answers`, `reacted`'

/** A mark as it grows with how often something came or went; what is left of an id for itself. */
const MARK_LENGTH = 12
const UNMARKED_LENGTH = limits.clientId - MARK_LENGTH

/**
 * An id with a mark before it. For one that would become too long stands the seq of its line: cut off,
 * two that begin alike would be the same. Ids that begin as a mark does are the desk's: nobody else gives one.
 */
const marked = (id: string, seq: string) =>
  `concat(?, case when length(${id}) <= ${UNMARKED_LENGTH} then ${id} else concat('l', ${seq}) end)`
/** The seq of the line that another one names. */
const seqOf = (id: string, of: 'entries' | 'reactions' | 'mentions') =>
  `(select named.\`seq\` from \`entries\` as named
    where named.\`conversation\` = \`${of}\`.\`conversation\` and named.\`client_id\` = ${id})`
const markedName = (id: string) =>
  `case when ${id} is null then null else ${marked(id, seqOf(id, 'entries'))} end`

const copy: Statement = {
  sql: `insert into \`entries\` (${COLUMNS})
    select ?, \`seq\` + ?, ${marked('`client_id`', '`seq`')}, \`by\`, \`author\`, \`name\`, \`at\`, \`text\`, \`body\`,
      \`edited\` + ?, ${markedName('`entries`.`changes`')}, ${markedName('`entries`.`answers`')}, \`reacted\` + ?
    from \`entries\` where \`conversation\` = ? and \`seq\` <= ?`,
}
const copyReactions: Statement = {
  sql: `insert into \`reactions\` (\`conversation\`, \`entry\`, \`emoji\`, \`author\`, \`by\`, \`name\`, \`seq\`)
    select ?, ${marked('`entry`', seqOf('`reactions`.`entry`', 'reactions'))}, \`emoji\`, \`author\`, \`by\`, \`name\`, \`seq\` + ?
    from \`reactions\` where \`conversation\` = ? and \`seq\` <= ?`,
}

/** Who was called by name where they come from is called here, and there no more. */
const copyMentions: Statement = {
  sql: `insert into \`mentions\` (\`agent\`, \`conversation\`, \`entry\`, \`seq\`, \`at\`, \`place\`, \`seen\`)
    select \`agent\`, ?, ${marked('`entry`', seqOf('`mentions`.`entry`', 'mentions'))}, \`seq\` + ?, \`at\`, \`place\`, \`seen\`
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

/**
 * What the desk itself said has ids by its seqs: where it goes others have these. What came from elsewhere
 * has a letter there, and is known by its mark.
 */
const branchedId = (id: string) =>
  `case when ${id} like 'desk-%' and substr(${id}, 6, 1) between '0' and '9' then concat(?, ${id}) else ${id} end`

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
    select \`conversation\`, \`seq\` + ?, ${marked('`client_id`', '`seq`')}, 'desk', null, '', ?, '',
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

/** What was said already is not said again: whoever had it in hand then was about to take it away. */
const UNSAID =
  '`client_id` not in (select `client_id` from `entries` where `entries`.`conversation` = ?)'
const GOES_ON = "`held` = case when `held` = 'ended' then '' else `held` end"

/** What is to be sent later where the lines came from; one whose id would become too long stays there. */
const laterCame: Statement = {
  sql: `update \`scheduled\` set \`conversation\` = ?, \`client_id\` = concat(?, \`client_id\`),
      \`answers\` = case when length(\`answers\`) <= ${UNMARKED_LENGTH} then concat(?, \`answers\`) else null end,
      \`seq\` = \`seq\` + ?, ${GOES_ON}
    where \`conversation\` = ? and length(\`client_id\`) <= ${UNMARKED_LENGTH} and ${UNSAID}`,
}
const laterBranched: Statement = {
  sql: `update \`scheduled\` set \`conversation\` = ?, \`seq\` = case when \`seq\` + ? < 0 then 0 else \`seq\` + ? end, ${GOES_ON}
    where \`conversation\` = ? and ${UNSAID}`,
}
/** It has ended there, and waits for somebody to look at it. */
const laterReturned: Statement = {
  sql: `update \`scheduled\` set \`conversation\` = ?, \`client_id\` = substr(\`client_id\`, ?),
      \`answers\` = null, \`seq\` = case when \`seq\` is null then null else 0 end, \`held\` = 'ended'
    where \`conversation\` = ? and substr(\`client_id\`, 1, ?) = ? and ${UNSAID}`,
}

/** Lines made of lines that are there: as many as there are, by a few statements. */
const copies = (conversation: string, { from, upTo, offset, mark }: Copies): WriteStep[] => [
  step(copy, [conversation, offset, mark, offset, mark, mark, offset, from, upTo]),
  step(copyReactions, [conversation, mark, offset, from, upTo]),
  step(copyMentions, [conversation, mark, offset, from]),
  step(moveMentions, ['elsewhere', from, 'here']),
  step(laterCame, [conversation, mark, mark, offset, from, from]),
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
    step(laterBranched, [conversation, offset, offset, from, from]),
  ]
}

const covers = (conversation: string, lines: Covers): WriteStep[] => {
  const { as, back, cameAs, first, last, offset, mark, at } = lines
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
    ...(back === undefined || cameAs === undefined ? [] : [returned(conversation, back, cameAs)]),
  ]
}

const returned = (conversation: string, to: string, mark: string): WriteStep =>
  step(laterReturned, [to, mark.length + 1, conversation, mark.length, mark, conversation])

export const linesSteps = (conversation: string, lines: Lines): WriteStep[] => {
  if (lines.write === 'copies') return copies(conversation, lines)
  return lines.write === 'branch' ? branches(conversation, lines) : covers(conversation, lines)
}
