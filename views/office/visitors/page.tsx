import type { Child } from 'hono/jsx'
import { isOfAccount } from '../../../actors/customers'
import { Button } from '../../parts/button'
import { Chip } from '../../parts/marks'
import { paths } from '../../paths'
import { exactTime, wordsIn } from '../../words'
import { punctuation } from '../../words/punctuation'
import { visitorOffice } from '../../words/visitor-office'
import { profileRows, visitRows } from '../../workbench/room/about-visitor'
import { languageName, subjectRow } from '../../workbench/room/detail-rows'
import { Trail } from '../../workbench/room/trail'
import { conversationPaths } from '../conversations/list'
import { OfficeFrame } from '../frame'
import { Panel } from '../panel'
import type { VisitorProps } from './details'
import { Duties } from './duties'
import { VisitorForms } from './forms'
import { nameOfVisitor, visitorPaths } from './list'
import { MergePanels } from './merging'

/** One visitor: what is known, what they said, where they were, who they are. */
export const VisitorOfficePage = (props: VisitorProps) => {
  const { details, ...context } = props
  const words = visitorOffice[context.language]
  const { row } = details
  return (
    <OfficeFrame
      {...context}
      title={nameOfVisitor(row, context.language)}
      aside={row.pinned && <Chip tone="brand">{words.pinned}</Chip>}
      parent={{ path: visitorPaths.list, name: words.title }}
      acts={<Pin {...props} />}
    >
      {row.mergedInto !== null && (
        <p class="office-said" role="note">
          {words.mergedInto} <a href={visitorPaths.page(row.mergedInto)}>{row.mergedInto}</a>
        </p>
      )}
      <Panel id="known" title={words.known}>
        <Rows rows={knownRows(props)} />
      </Panel>
      <VisitorForms {...props} />
      <Talks {...props} />
      <LastVisit {...props} />
      <Duties {...props} />
      <Blocks {...props} />
      <MergePanels {...props} />
    </OfficeFrame>
  )
}

const Pin = ({ details: { row }, language }: VisitorProps) => {
  const words = visitorOffice[language]
  return (
    <form method="post" action={visitorPaths.pin(row.id)} title={words.pinHint}>
      <Button name="pinned" value={row.pinned ? 'no' : 'yes'}>
        {row.pinned ? words.unpin : words.pin}
      </Button>
    </form>
  )
}

export const Rows = ({ rows }: { rows: readonly (readonly [Child, Child])[] }) => (
  <dl class="office-facts">
    {rows
      .filter(([, detail]) => detail)
      .map(([term, detail]) => (
        <div>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
  </dl>
)

const knownRows = ({ details, language }: VisitorProps): [Child, Child][] => {
  const { row, profile, subject, fromSite } = details
  const words = visitorOffice[language]
  return [
    [words.columns.name, <bdi>{row.name}</bdi>],
    [words.columns.email, row.email && <bdi>{row.email}</bdi>],
    [words.columns.language, languageName(row.language)],
    isOfAccount(subject)
      ? subjectRow(subject, language)
      : [words.subject, subject && <bdi>{subject}</bdi>],
    ...profileRows(profile, language),
    ...Object.entries(fromSite).map(([name, value]): [Child, Child] => [
      <bdi>{name}</bdi>,
      <bdi>{value}</bdi>,
    ]),
  ]
}

const Talks = ({ details: { conversations }, ...context }: VisitorProps) => {
  const { language, now, zone } = context
  const words = visitorOffice[language]
  const { states } = wordsIn(language).workbench
  const { between } = punctuation[language]
  return (
    <Panel
      id="talks"
      title={words.conversations}
      {...(conversations.length === 0 ? { hint: words.noConversations } : {})}
    >
      <ul class="office-plain">
        {conversations.map((line) => (
          <li>
            <a href={conversationPaths.page(line.id)}>
              {exactTime(line.openedAt, now, zone, language)}
            </a>{' '}
            <span>
              <bdi>{line.departmentName}</bdi>
              {between}
              {states[line.state]}
              {line.agentName && between}
              <bdi>{line.agentName}</bdi>
            </span>
          </li>
        ))}
      </ul>
      {conversations.length >= 50 && (
        <p class="panel-hint">{words.allConversations(conversations.length)}</p>
      )}
    </Panel>
  )
}

const LastVisit = ({ details: { visit }, language, now, zone }: VisitorProps) => {
  const words = visitorOffice[language]
  if (!visit) return <Panel id="visit" title={words.visits} hint={words.noVisits} />
  return (
    <Panel id="visit" title={words.visits}>
      <Rows
        rows={[
          [words.columns.seen, exactTime(visit.at, now, zone, language)],
          ...visitRows({ visit, invitation: null }, language),
        ]}
      />
      <Trail pages={visit.pages} language={language} now={now} zone={zone} />
    </Panel>
  )
}

const Blocks = ({ details: { blocks }, language, now, zone }: VisitorProps) => {
  const words = visitorOffice[language]
  const { between } = punctuation[language]
  if (blocks.length === 0) return <Panel id="blocks" title={words.blocks} hint={words.noBlocks} />
  return (
    <Panel id="blocks" title={words.blocks}>
      <ul class="office-plain">
        {blocks.map(({ at, reason, byName, until, liftedAt, inForce }) => (
          <li>
            <a href={paths.office.of('blocks')}>{exactTime(at, now, zone, language)}</a>{' '}
            <span>
              <bdi>{byName}</bdi>
              {reason && between}
              <bdi>{reason}</bdi>
              {between}
              {liftedAt !== null
                ? words.lifted
                : !inForce
                  ? words.over
                  : until === null
                    ? words.forever
                    : words.until(exactTime(until, now, zone, language))}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
