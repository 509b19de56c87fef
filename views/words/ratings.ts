const en = {
  title: 'Ratings',
  said: {},
  lead: 'What visitors said of conversations that have ended. Dates are those of the end.',
  columns: {
    rating: 'Rating',
    comment: 'Words',
    remarks: 'Pressed',
    visitor: 'Visitor',
    agent: 'Agent',
    department: 'Department',
    closed: 'Ended',
  },
  filters: {
    rating: 'Rating',
    agent: 'Agent',
    department: 'Department',
    from: 'From',
    to: 'Until',
  },
  empty: 'No ratings yet',
  emptyHint:
    'When a conversation has ended, its visitor can give it one to five stars. They appear here.',
  distribution: 'How they are spread',
  stars: 'Stars',
  count: 'Ratings',
  share: 'Share',
  mean: (mean: string, count: number) =>
    count === 1 ? `${mean} from 1 rating` : `${mean} on average from ${count} ratings`,
  ranking: 'By agent',
  rankingHint: 'The best mean first; of equal ones who was rated more often.',
  meanColumn: 'Mean',
  nobody: 'nobody',
}

const zh: typeof en = {
  title: '满意度评价',
  said: {},
  lead: '访客对已结束会话的评价。日期按会话结束时间计算。',
  columns: {
    rating: '评分',
    comment: '评语',
    remarks: '评价标签',
    visitor: '访客',
    agent: '客服',
    department: '部门',
    closed: '结束时间',
  },
  filters: { rating: '评分', agent: '客服', department: '部门', from: '起始日期', to: '截止日期' },
  empty: '还没有评价',
  emptyHint: '会话结束后，访客可以给出一到五星的评价，评价会显示在这里。',
  distribution: '评分分布',
  stars: '星级',
  count: '评价数',
  share: '占比',
  mean: (mean, count) => `${count} 条评价，平均 ${mean}`,
  ranking: '客服排名',
  rankingHint: '平均分高者在前；相同时评价多者在前。',
  meanColumn: '平均分',
  nobody: '无',
}

/** What visitors said of their conversations, in the office. */
export const ratings = { en, zh }
