import type { Reject } from '../../actors/decision'
import { times as enTimes } from './en/times'
import type { Language } from './language'
import type { Chosen, NoticeWords, Passed, Requeue, Strategy } from './notice'
import { times as zhTimes } from './zh/times'

/** True of every visit to the line, also of one who was helped before and came back to it. */
const waited = {
  en: (ms: number): string => (ms < 5_000 ? '' : ` You waited ${enTimes.duration(ms)}.`),
  zh: (ms: number): string => (ms < 5_000 ? '' : `您等了 ${zhTimes.duration(ms)}。`),
}

const finding = {
  en: () => 'We are finding the right colleague for you.',
  zh: () => '正在为您安排合适的客服，请稍候。',
}

export const strategies: Record<Language, Record<Strategy, string>> = {
  en: {
    'least-loaded': 'least loaded',
    'percent-spare': 'most room to spare',
    'round-robin': 'next in turn',
    'longest-idle': 'longest free',
  },
  zh: {
    'least-loaded': '接待量最少',
    'percent-spare': '饱和度最低',
    'round-robin': '轮流分配',
    'longest-idle': '空闲最久',
  },
}

const chosen = {
  en: ({ strategy, candidates }: Chosen): string =>
    candidates <= 1
      ? 'the only one who is free'
      : `${strategies.en[strategy]} of ${candidates} who are free`,
  zh: ({ strategy, candidates }: Chosen): string =>
    candidates <= 1 ? '唯一空闲的客服' : `${candidates} 名空闲客服，${strategies.zh[strategy]}`,
}

const back: Record<Language, Record<Requeue, string>> = {
  en: {
    lost: 'the agent was out of reach',
    signedOff: 'the agent went off duty',
  },
  zh: {
    lost: '客服掉线',
    signedOff: '客服已下班',
  },
}

const passedReasons: Record<Language, Record<Passed, string>> = {
  en: {
    declined: 'declined',
    unanswered: 'did not accept in time',
    full: 'had no room left',
    away: 'was no longer ready',
  },
  zh: {
    declined: '拒绝接入',
    unanswered: '未及时接入',
    full: '已达接待上限',
    away: '已不在线',
  },
}

/** What the visitor reads. Nothing here tells how the desk runs behind the counter. */
export const forVisitor: Record<Language, NoticeWords> = {
  en: {
    assigned: ({ name, waited: ms, why }) =>
      why.how === 'transferred' ? `${name} has joined instead.` : `${name} joined.${waited.en(ms)}`,
    requeued: ({ name }) =>
      `${name || 'Your colleague here'} had to leave. What you wrote is kept, and the next free colleague will go on with it.`,
    passed: finding.en,
    transferring: finding.en,
    stayed: finding.en,
    transferred: ({ from, to }) => `${from} has passed your chat to ${to}.`,
    unattended: () =>
      'Nobody is free just now. Your message is kept, and the next free colleague will answer.',
    closed: ({ by, name }) => {
      if (by === 'visitor') return 'You ended the chat.'
      return by === 'agent' ? `${name} ended the chat.` : 'The chat ended because it went quiet.'
    },
    reopened: ({ by, name }) =>
      by === 'visitor' ? 'You continued the chat.' : `${name} opened the chat again.`,
    rated: ({ stars }, _you, text) =>
      `You gave ${stars} of 5 stars. Thank you!${text ? ` “${text}”` : ''}`,
  },
  zh: {
    assigned: ({ name, waited: ms, why }) =>
      why.how === 'transferred'
        ? `接下来由${name}为您服务。`
        : `${name}已接入，为您服务。${waited.zh(ms)}`,
    requeued: ({ name }) =>
      `${name || '您的客服'}暂时离开了。您发送的内容已保存，下一位空闲的客服会继续为您服务。`,
    passed: finding.zh,
    transferring: finding.zh,
    stayed: finding.zh,
    transferred: ({ from, to }) => `${from}已将您的对话转接给${to}。`,
    unattended: () => '客服暂时都在忙。您的消息已保存，下一位空闲的客服会回复您。',
    closed: ({ by, name }) => {
      if (by === 'visitor') return '您结束了对话。'
      return by === 'agent' ? `${name}结束了对话。` : '由于长时间没有消息，对话已结束。'
    },
    reopened: ({ by, name }) =>
      by === 'visitor' ? '您继续了这次对话。' : `${name}重新打开了对话。`,
    rated: ({ stars }, _you, text) =>
      `您评了 ${stars} 星（满分 5 星），感谢您的评价！${text ? `“${text}”` : ''}`,
  },
}

/** What colleagues read. */
export const forDesk: Record<Language, NoticeWords> = {
  en: {
    assigned: ({ name, why }, you) => {
      const whom = you ? 'you' : name
      if (why.how === 'took') return `${you ? 'You' : name} took it from the line`
      if (why.how === 'transferred') return `${why.from} handed it to ${whom}`
      return `Assigned to ${whom}: ${chosen.en(why)}`
    },
    requeued: ({ reason }) => `Back in line: ${back.en[reason]}`,
    passed: ({ name, reason }) => `${name} ${passedReasons.en[reason]}`,
    transferring: ({ from, to }) => `${from} is handing it to ${to}`,
    transferred: ({ from, to }) => `${from} handed it to ${to}`,
    stayed: ({ name, to }) => `${to} did not take it; it stays with ${name}`,
    unattended: () => 'Nobody is free just now: the message is kept for the next free colleague',
    closed: ({ by, name }) =>
      by === 'silence'
        ? 'Ended after a long silence'
        : `${name || 'The visitor'} ended the conversation`,
    reopened: ({ by, name }) =>
      by === 'visitor'
        ? `${name || 'The visitor'} continued the conversation`
        : `${name} reopened the conversation`,
    rated: ({ stars }, _you, text) => `Rated ${stars} of 5 stars${text ? `: “${text}”` : ''}`,
  },
  zh: {
    assigned: ({ name, why }, you) => {
      const whom = you ? '您' : name
      if (why.how === 'took') return `${whom}从排队中接入了会话`
      if (why.how === 'transferred') return `${why.from}将会话转接给${whom}`
      return `分配给${whom}：${chosen.zh(why)}`
    },
    requeued: ({ reason }) => `重新排队：${back.zh[reason]}`,
    passed: ({ name, reason }) => `${name}${passedReasons.zh[reason]}`,
    transferring: ({ from, to }) => `${from}正在将会话转接给${to}`,
    transferred: ({ from, to }) => `${from}将会话转接给${to}`,
    stayed: ({ name, to }) => `${to}未接入，会话仍由${name}接待`,
    unattended: () => '暂时没有空闲的客服：已转为留言，等待下一位空闲的客服',
    closed: ({ by, name }) =>
      by === 'silence' ? '访客长时间无回应，会话已结束' : `${name || '访客'}结束了会话`,
    reopened: ({ by, name }) =>
      by === 'visitor' ? `${name || '访客'}继续了会话` : `${name}重新打开了会话`,
    rated: ({ stars }, _you, text) =>
      `满意度评价：${stars} 星（满分 5 星）${text ? `，“${text}”` : ''}`,
  },
}

export const rejects: Record<Language, Record<Reject, string>> = {
  en: {
    away: 'away',
    absent: 'not connected',
    resting: 'resting after a conversation',
    full: 'has no room',
    cannotReply: 'may not reply',
    passed: 'passed on it before',
  },
  zh: {
    away: '离开',
    absent: '未连接',
    full: '已达接待上限',
    resting: '会话后整理中',
    cannotReply: '没有回复权限',
    passed: '此前未接入',
  },
}
