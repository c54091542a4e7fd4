-- Each day with a sales line, how many it has, and the first of them.
select s.sale_date as sale_date, count(*) as line_count, min(s.row_number) as first_row
from sales as s
group by s.sale_date
