select max(c.cost_date) as last_day, count(*) as row_count from costs as c
