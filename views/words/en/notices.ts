import type { Reject } from '../../../actors/rows'
import type { Chosen, NoticeWords, Passed, Requeue, Strategy } from '../notice'
import { times } from './times'

/** True of every visit to the line, also of one who was helped before and came back to it. */
const waited = (ms: number): string => (ms < 5_000 ? '' : ` You waited ${times.duration(ms)}.`)

const finding = () => 'We are finding the right colleague for you.'

/** What the visitor reads. Nothing here tells how the desk runs behind the counter. */
export const forVisitor: NoticeWords = {
  assigned: ({ name, waited: ms, why }) =>
    why.how === 'transferred' ? `${name} has joined instead.` : `${name} joined.${waited(ms)}`,
  requeued: ({ name }) =>
    `${name || 'Your colleague here'} had to leave. What you wrote is kept, and the next free colleague will go on with it.`,
  passed: finding,
  transferring: finding,
  stayed: finding,
  transferred: ({ from, to }) => `${from} has passed your chat to ${to}.`,
  unattended: () =>
    'Nobody is free just now. Your message is kept, and the next free colleague will answer.',
  closed: ({ by, name }) => {
    if (by === 'visitor') return 'You ended the chat.'
    return by === 'agent' ? `${name} ended the chat.` : 'The chat ended because it went quiet.'
  },
  reopened: ({ by, name }) =>
    by === 'visitor' ? 'You opened the chat again.' : `${name} opened the chat again.`,
  rated: ({ stars }, _you, text) =>
    `You gave ${stars} of 5 stars. Thank you!${text ? ` “${text}”` : ''}`,
}

const strategies: Record<Strategy, string> = {
  'least-loaded': 'least loaded',
  'percent-spare': 'most room to spare',
  'round-robin': 'next in turn',
  'longest-idle': 'longest free',
}

const chosen = ({ strategy, candidates }: Chosen): string =>
  candidates <= 1
    ? 'the only one who is free'
    : `${strategies[strategy]} of ${candidates} who are free`

const back: Record<Requeue, string> = {
  lost: 'the agent was out of reach',
  signedOff: 'the agent went off duty',
}

const passedReasons: Record<Passed, string> = {
  declined: 'declined',
  unanswered: 'did not answer in time',
  full: 'had no room left',
  away: 'was no longer ready',
}

/** What colleagues read. */
export const forDesk: NoticeWords = {
  assigned: ({ name, why }, you) => {
    const whom = you ? 'you' : name
    if (why.how === 'took') return `${you ? 'You' : name} took it from the line`
    if (why.how === 'transferred') return `${why.from} handed it to ${whom}`
    return `Assigned to ${whom}: ${chosen(why)}`
  },
  requeued: ({ reason }) => `Back in line: ${back[reason]}`,
  passed: ({ name, reason }) => `${name} ${passedReasons[reason]}`,
  transferring: ({ from, to }) => `${from} is handing it to ${to}`,
  transferred: ({ from, to }) => `${from} handed it to ${to}`,
  stayed: ({ name, to }) => `${to} did not take it; it stays with ${name}`,
  unattended: () => 'Nobody is free just now: the message is kept for the next free colleague',
  closed: ({ by, name }) =>
    by === 'silence' ? 'Ended after a long silence' : `${name || 'The visitor'} ended the chat`,
  reopened: ({ name }) => `${name || 'The visitor'} opened the chat again`,
  rated: ({ stars }, _you, text) => `Rated ${stars} of 5 stars${text ? `: “${text}”` : ''}`,
}

export const rejects: Record<Reject, string> = {
  away: 'away',
  absent: 'not connected',
  resting: 'resting after a conversation',
  full: 'has no room',
  cannotReply: 'may not reply',
  passed: 'passed on it before',
}
export { strategies }
