import type { Reject } from '../../actors/decision'
import type { Language } from './language'
import type { Strategy } from './notice'

/** By what the line chooses. */
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

/** What speaks against somebody. */
export const rejects: Record<Language, Record<Reject, string>> = {
  en: {
    away: 'away',
    absent: 'not connected',
    resting: 'resting after a conversation',
    full: 'has no room',
    cannotReply: 'may not reply',
    passed: 'passed on it before',
    language: 'speaks another language',
    skill: 'is not good at it',
  },
  zh: {
    away: '离开',
    absent: '未连接',
    full: '已达接待上限',
    resting: '会话后整理中',
    cannotReply: '没有回复权限',
    passed: '此前未接入',
    language: '语言不符',
    skill: '技能不符',
  },
}
