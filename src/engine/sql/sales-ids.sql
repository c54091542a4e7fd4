-- Every id of the sales lines, whatever their date, where it stands first, and the names it goes by.
select
  s.customer_id as customer_id,
  count(*) as line_count,
  min(s.row_number) as first_row,
  min(s.customer_name) as name_low,
  max(s.customer_name) as name_high
from sales as s
where s.customer_id is not null
group by s.customer_id
