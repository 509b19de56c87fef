const en = {
  show: 'Show',
  showAll: 'Show all',
  any: 'Any',
  sortBy: (column: string) => `Sort by ${column}`,
  more: 'Next page',
  first: 'Back to the first page',
  details: 'Details',
  further: 'Pages and files of this list',
  formats: { csv: 'CSV', json: 'JSON' },
  nothing: 'Nothing matches',
  nothingHint: 'Look for fewer words, or take a filter away.',
}

const zh: typeof en = {
  show: '查询',
  showAll: '清除条件',
  any: '不限',
  sortBy: (column) => `按${column}排序`,
  more: '下一页',
  first: '回到第一页',
  details: '详情',
  further: '本列表的翻页与导出',
  formats: { csv: '导出 CSV', json: '导出 JSON' },
  nothing: '没有符合条件的内容',
  nothingHint: '请减少关键词，或去掉一个筛选条件。',
}

/** What all lists of the office say. */
export const lists = { en, zh }
