-- seasons-by-customer
-- Net revenue of each customer by month of the year, over the days after the first date up to the as-of date.
select
  s.customer_id as customer_id,
  extract(month from s.sale_date) as month_of_year,
  sum(s.amount) as revenue
from sales as s
where s.customer_id is not null and s.sale_date > cast($season_from as date) and s.sale_date <= cast($as_of as date)
group by s.customer_id, extract(month from s.sale_date)
