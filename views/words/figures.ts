import type { FigureName } from '../../actors/figures/figures'

type Defined = { name: string; means: string }

/** What each figure is called and how it is counted: the one definition, in words. */
const en: Record<FigureName, Defined> = {
  conversations: {
    name: 'Conversations',
    means:
      'Conversations that began or were reopened. All that is counted of one counts at that time.',
  },
  reopened: { name: 'Reopened', means: 'Those of them that had ended before and went on.' },
  ended: { name: 'Ended', means: 'Those of them that have ended since.' },
  abandoned: {
    name: 'Left unanswered',
    means: 'Ended before anybody of the desk had it or wrote in it.',
  },
  abandonedShare: {
    name: 'Left unanswered, share',
    means: 'How many of the conversations ended before anybody had them.',
  },
  wait: {
    name: 'Wait',
    means: 'From the beginning until an agent had it first. The mean of those that an agent had.',
  },
  firstAnswer: {
    name: 'First answer',
    means:
      'From the beginning, or from when it was reopened, to the first message of an agent. The mean of those that were answered.',
  },
  nextAnswer: {
    name: 'Next answers',
    means:
      'From the first message of the visitor that nobody had answered to the answer, after the first one. The mean of all such answers.',
  },
  handling: {
    name: 'Handling time',
    means: 'How long it was in the hands of an agent and not snoozed. The mean of those that were.',
  },
  solution: {
    name: 'Time to the end',
    means:
      'From the beginning, or from when it was reopened, to the end. The mean of those that were answered and have ended here.',
  },
  promised: {
    name: 'With a promised time',
    means: 'Those for which the department promises a time (SLA).',
  },
  late: { name: 'Late', means: 'Those of them of which at least one promised time ran out.' },
  kept: {
    name: 'SLA kept',
    means: 'How many of those with a promised time have been late with none.',
  },
  ratings: {
    name: 'Ratings',
    means: 'Conversations that were rated; of one rated twice the last counts.',
  },
  satisfaction: { name: 'Satisfaction', means: 'The mean of the stars, from 1 to 5.' },
  satisfied: { name: 'Satisfied', means: 'How many of the ratings have 4 or 5 stars.' },
  visitorMessages: { name: 'Messages of visitors', means: 'What visitors wrote.' },
  agentMessages: {
    name: 'Messages of agents',
    means: 'What agents wrote to visitors, and not what they wrote to each other.',
  },
  handovers: {
    name: 'Handed over',
    means: 'How often a conversation went from one agent to another.',
  },
}

const zh: Record<FigureName, Defined> = {
  conversations: {
    name: '会话数',
    means: '开始或重新打开的会话。每个会话的所有数据都计入其开始的时间。',
  },
  reopened: { name: '重新打开', means: '其中曾经结束、又继续的会话。' },
  ended: { name: '已结束', means: '其中目前已经结束的会话。' },
  abandoned: { name: '未接待', means: '在客服接入或回复之前就已结束的会话。' },
  abandonedShare: { name: '未接待率', means: '未接待的会话占全部会话的比例。' },
  wait: { name: '等待时长', means: '从会话开始到首次有客服接入的时间，取已接入会话的平均值。' },
  firstAnswer: {
    name: '首次响应时长',
    means: '从会话开始（或重新打开）到客服发出第一条消息的时间，取已回复会话的平均值。',
  },
  nextAnswer: {
    name: '后续响应时长',
    means: '首次响应之后，从访客第一条未回复的消息到客服回复的时间，取所有此类回复的平均值。',
  },
  handling: {
    name: '处理时长',
    means: '会话由客服接待且未被稍后处理的时间，取有客服接待的会话的平均值。',
  },
  solution: {
    name: '解决时长',
    means: '从会话开始（或重新打开）到结束的时间，取已回复且已结束会话的平均值。',
  },
  promised: { name: '有时限的会话', means: '部门设有服务时限（SLA）的会话。' },
  late: { name: '已超时', means: '其中至少有一项时限超时的会话。' },
  kept: { name: 'SLA 达标率', means: '有时限的会话中没有任何超时的比例。' },
  ratings: { name: '评价数', means: '已评价的会话；多次评价以最后一次为准。' },
  satisfaction: { name: '平均评分', means: '评价星级的平均值（1 至 5）。' },
  satisfied: { name: '满意率', means: '4 星和 5 星评价占全部评价的比例。' },
  visitorMessages: { name: '访客消息数', means: '访客发送的消息。' },
  agentMessages: { name: '客服消息数', means: '客服发送给访客的消息，不含客服之间的内容。' },
  handovers: { name: '转接次数', means: '会话从一位客服转到另一位客服的次数。' },
}

export const figureWords = { en, zh }
