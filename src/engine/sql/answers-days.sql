select max(a.answer_date) as last_day, count(*) as row_count from answers as a
