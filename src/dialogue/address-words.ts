/** How officials address one another and ask politely; it says nothing of what is asked. Separated by "|". */
export const ADDRESS_WORDS =
  'đồng chí|các đồng chí|đ c|đề nghị|kính đề nghị|kính gửi|kính nhờ|kính mong|kính thưa|thưa|trân trọng|xin phép|cho xin|cho biết|cho hay|thông báo|báo giúp|xem giúp|chú|cô|bác|thủ trưởng';

/** Which way a figure went, beside what it is compared with ("giảm bao nhiêu so với 2022"). */
export const CHANGE_WORDS =
  'tăng|giảm|tăng bao nhiêu|giảm bao nhiêu|tăng lên|giảm đi|giảm xuống|tăng thêm|giảm được|tăng được|tăng hay không|giảm hay không';

/** Asking how fresh the figures are is asking where they come from. */
export const FRESHNESS_WORDS =
  'số liệu mới nhất là khi nào|số liệu mới nhất khi nào|số liệu mới nhất ngày nào|số liệu mới nhất là ngày nào|số liệu mới nhất|cập nhật đến ngày nào|cập nhật tới ngày nào|cập nhật ngày nào|cập nhật đến khi nào|cập nhật khi nào|cập nhật lúc nào|số liệu cập nhật đến ngày nào|số liệu cập nhật khi nào|số liệu đến ngày nào|số liệu tới ngày nào|số liệu đến khi nào|số liệu ngày nào|số liệu khi nào';
