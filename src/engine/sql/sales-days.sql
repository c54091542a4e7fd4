-- The first and the latest day with a sales line, and the latest before that.
select
  min(s.sale_date) as first_day,
  max(s.sale_date) as last_day,
  max(case when s.sale_date < l.last_day then s.sale_date end) as day_before,
  count(*) as line_count
from sales as s
cross join (select max(d.sale_date) as last_day from sales as d) as l
